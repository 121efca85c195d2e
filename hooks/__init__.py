"""The build edge: what turns sources and translations into a site."""
