/** The names under which the preload and the shell speak to each other. No zod here: the preload stays small. */
export const channels = {
  ready: 'tijarat:ready',
  workbench: 'tijarat:workbench',
  pickOpen: 'tijarat:pick-open',
  pickOpenMany: 'tijarat:pick-open-many',
  pickSave: 'tijarat:pick-save',
  setWindow: 'tijarat:set-window',
  asksBeforeClose: 'tijarat:asks-before-close',
  closeAsked: 'tijarat:close-asked',
  closeAnswered: 'tijarat:close-answered',
  closeWindow: 'tijarat:close-window',
  showInFolder: 'tijarat:show-in-folder',
  copyPicture: 'tijarat:copy-picture',
  setMenu: 'tijarat:set-menu',
  command: 'tijarat:command',
} as const;

export const PAGE = 'tijarat://app/';
