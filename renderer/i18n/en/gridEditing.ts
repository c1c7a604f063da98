export const gridEditing = {
  tooManyRows: 'More than {{most}} rows at once are too many.',
} as const;
