export const combining = {
  steps: {
    append_one: 'Rows of 1 table',
    append_other: 'Rows of {{count}} tables, one under the other',
    lookup_one: 'Look up 1 column by {{keys}}',
    lookup_other: 'Look up {{count}} columns by {{keys}}',
    aggregate: 'Aggregate {{values}} by {{keys}}',
  },
};
