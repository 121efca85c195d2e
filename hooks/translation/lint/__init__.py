"""Whether a translation is right: its markup, its type, its terms. Knows neither pages nor the renderer."""
