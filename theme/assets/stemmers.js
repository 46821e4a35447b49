// Stands in for lunr.js, whose stemmers the build appends to this file (site_plugins/mkdocs_site/stemmers.py): of lunr they need this much.
window.lunr = { Pipeline: { registerFunction() {} } };
