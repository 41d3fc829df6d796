/**
 * openapi-typescript needs a compiler with a JavaScript API, which TypeScript 7 lacks, and asks for it as a peer: here
 * it becomes a dependency of its own.
 */
function readPackage(manifest) {
  if (manifest.name !== "openapi-typescript") return manifest;
  const { typescript: _asked, ...peerDependencies } = manifest.peerDependencies;
  return { ...manifest, peerDependencies, dependencies: { ...manifest.dependencies, typescript: "6.0.3" } };
}

module.exports = { hooks: { readPackage } };
