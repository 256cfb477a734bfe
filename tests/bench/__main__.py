"""All benches, one after the other: ``make bench``."""

from tests.bench import batch, checks, drafts, index, search, sheets
from tests.bench.golden import __main__ as golden

for bench in (search, golden, drafts, checks, sheets, batch, index):
    bench.main()
