/**
 * How long browser tests wait for something to appear, in milliseconds: a busy machine may take minutes for a page that
 * appears within a second elsewhere, and a test that fails only then says nothing about the product.
 */
export const patience = 180_000
