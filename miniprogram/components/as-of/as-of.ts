/** A quiet bar: there is no network, and what is shown was true then. Nothing while `words` is empty. */
Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },
  properties: {
    words: { type: String, value: '' },
  },
});
