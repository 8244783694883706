// What a test in Node is given by the test in Python that runs it.

/** @param {string} name of an environment variable */
export function given(name) {
  const value = process.env[name]
  if (value === undefined)
    throw new Error(`${name} is not set: tests/test_search_index.py or tests/test_recall.py runs this`)
  return value
}
