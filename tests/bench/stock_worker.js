/** @file The stock way, to compare with: loadPyodide as it comes, then micropip installs the checker's wheel. */
self.addEventListener("message", async ({ data }) => {
  const { base, wheel, request } = JSON.parse(data);
  const { loadPyodide } = await import(new URL("pyodide.mjs", base).href);
  const pyodide = await loadPyodide({ indexURL: base, packageBaseUrl: base });
  await pyodide.loadPackage("micropip", { messageCallback: () => {} });
  await pyodide.pyimport("micropip").install(wheel);
  const { handle } = pyodide.pyimport("checker.browser");
  self.postMessage(handle(JSON.stringify(request)));
});
