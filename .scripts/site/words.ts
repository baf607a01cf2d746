/** Words that questions and answers consist of. */
export const nouns =
  `anchor archive arch balance barometer beacon beam bell binding bobbin bridge canal canvas carriage
cellar chart chisel circuit clay cliff clock compass copper current dial drum echo engine estuary fabric fern ferry
filament flint flour forge fountain furnace gear glaze granite grain harbour hearth hinge hive horizon hull inlet
kiln ladder lantern lattice ledger lens lever lighthouse loom magnet marble margin meadow meridian mirror mortar
mosaic needle nozzle orbit orchard oven paddle pendulum pigment pillar pivot plank plough pollen prism pulley quarry
quartz rafter ratchet reed reef resin reservoir ridge river rudder sail scaffold shutter signal sluice solder spindle
spring staircase stencil strand sundial survey telescope tide tile timber turbine valve varnish vault veneer viaduct
village wax weir wheel whistle windmill workshop yeast`.split(/\s+/)

/** Words that tell one thing from another. */
export const adjectives =
  `abandoned adjustable ancient angular balanced blunt braided brittle buoyant calibrated
carved ceramic coastal compact concave curved dense distant double durable early elastic elevated enclosed fibrous
flexible floating folded fragile glazed gradual hollow horizontal hybrid improvised inclined industrial inland
interlocking layered medieval mobile modest modular movable narrow northern open ornate painted parallel portable
precise recycled reinforced remote rigid rotating rural seasonal shallow slender southern spiral stable stacked
sturdy submerged suspended temporary textured tidal traditional transparent twisted uneven urban vertical vibrant
weathered wooden woven`.split(/\s+/)

/** What people say about things. */
export const verbs =
  `affects balances changes connects controls demands explains extends guides improves influences
joins limits measures mirrors moves needs outlasts preserves protects reduces replaces reveals shapes shelters
simplifies slows steadies strengthens supports surrounds transforms`.split(/\s+/)

/** Where and when. */
export const settings =
  `in early harbour towns|during a long winter|across several centuries|in small workshops|on
exposed coasts|in the work of travelling builders|for beginners and experts alike|under changing conditions|in a modern
city|before machines were common|in mountain villages|on the edge of a river|at the turn of the century|in everyday
life|when resources are scarce|in schools and museums|over a whole season|in the far north|within a single generation|
without special tools|in the age of sail|for a small budget|among neighbouring valleys|in a café on the quay`
    .replaceAll('\n', ' ')
    .split('|')
    .map((setting) => setting.trim())

/** Beginnings of list items and headings. */
export const aspects =
  `Origins|Materials|Main Idea|Daily Use|Maintenance|Cost and Effort|Accuracy|Local Variations|
Safety|Trade|Tools|First Steps|Common Mistakes|Long-Term Effects|Comparison|Craft and Skill|Time|Weather and Wear|
Learning|Documentation|Shared Work|Renewal|Limits|Outlook`
    .replaceAll('\n', '')
    .split('|')

/** A text with `an` instead of `a` before vowels. */
export const withArticles = (text: string): string => text.replaceAll(/\b([Aa]) (?=[aeiou])/g, '$1n ')
