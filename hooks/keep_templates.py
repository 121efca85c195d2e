"""Compile the theme's templates once for all languages and builds."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig


def on_env(env: Environment, config: MkDocsConfig, **_kwargs: Any) -> Environment:  # noqa: ANN401
    """Keep the compiled templates in build/; the cache knows by their text whether they still hold."""
    folder = Path(config.config_file_path).parent / "build" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env
