"""States, subdivisions, cities, organisations, regions, currencies and units: data and look-up.

The data ships in `data/` (see `data/SOURCES.md` for origin and licence) and is written by
`tools/build_world.py` or by hand; nothing here needs the packages it was built from.
"""
