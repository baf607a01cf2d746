/**
 * Gives paths that some file systems hold for one and the same (they differ only in letter case or Unicode normal
 * form) one and the same key.
 */
export const collisionKey = (path: string): string => path.normalize('NFC').toLowerCase().normalize('NFC')
