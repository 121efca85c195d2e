"""Packs Pyodide, the part of the standard library that is used, and the checker for the reader's browser."""

from hooks.bundle.build import build_runtime
from hooks.bundle.node import BundleError

__all__ = ["BundleError", "build_runtime"]
