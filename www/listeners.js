// Takes back the listeners that the program puts on its root. Yew puts them there for ever and lets go of none: without this each
// element that ever was in a page would be kept, with all that it knew.

/**
 * Notes what is put on a root from now on; gives what takes it all away again, to be called once the program has left the root.
 * `exports` are those of the wasm module.
 */
export function lendListeners(root, exports) {
  const lent = [];
  root.addEventListener = (type, listener, options) => {
    lent.push([type, listener, options]);
    EventTarget.prototype.addEventListener.call(root, type, listener, options);
  };
  return () => {
    for (const [type, listener, options] of lent) root.removeEventListener(type, listener, options);
    release(new Set(lent.splice(0).map(([, listener]) => listener)), exports);
  };
}

/**
 * Drops closures of the program that it has forgotten: what they hold, as their own drop would, and their places in the table of
 * what the program holds of the page. Names of wasm-bindgen, which a later version may change; then nothing is taken back, and the
 * test of many elements says so.
 */
function release(closures, exports) {
  for (const closure of closures) closure._wbg_cb_unref?.();
  const { __wbindgen_externrefs: table, __externref_table_dealloc: free } = exports ?? {};
  if (!table || !free) return;
  for (let place = 0; place < table.length && closures.size > 0; place += 1) {
    const held = table.get(place);
    if (closures.delete(held)) free(place);
  }
}
