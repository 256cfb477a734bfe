"""Quality rules: a drafted target sheet -> outcomes for every rule, findings for every fault, and a review opinion.

``TargetSheet`` -> ``reading`` (rows placed in the framework, values taken apart) -> the rules of ``rules`` under a
``profile`` -> ``checker`` (outcomes, findings with clause and fingerprint) -> ``opinion``; ``suppression`` sets findings
aside that an exemption or a baseline meets. ``handbook`` shows the declarations as pages. May import search, weighting, text, library and model; works without any embedding model.
"""
