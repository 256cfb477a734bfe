"""What lives as long as the process: settings, database, library snapshot, embedder, index and searcher.

``opening`` fills an empty home and opens the rest; ``process`` holds it all and makes the index follow the library;
``builds`` says which build of the index is the current one, ``index`` compares it with the library and mends it;
``embedder`` puts off loading the model until it is needed, ``vectors`` keeps those of the library's own texts. May import ``database``, ``settings`` and ``indicators``.
"""

from service.resources.opening import lazy_embedder, open_resources
from service.resources.process import Resources, apply_outbox, rebuild

__all__ = ["Resources", "apply_outbox", "lazy_embedder", "open_resources", "rebuild"]
