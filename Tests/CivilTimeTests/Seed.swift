// The seed of the properties here. SEED in the environment chooses another run; a failed expectation prints the seed.

import TestSupport

let seed = asked("SEED") ?? 20_240_430
