"""All benches, one after the other: ``make bench``."""

from tests.bench import index, search, sheets

for bench in (search, sheets, index):
    bench.main()
