"""The vocabulary: frozen values, one noun a file. Imports nothing but ``errors``.

Names follow the table of words in ``README.md``; every value can be written to JSON and read back unchanged.
"""
