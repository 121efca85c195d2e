"""The browser's edge: the one module that the worker imports, and the only one that may know of Pyodide.

It needs nothing of Pyodide so far: text goes in and text comes out.
"""

from importlib import invalidate_caches

from checker.api import handle

__all__ = ["handle", "invalidate_caches"]
