/** The type under which a view's id travels while it is dragged onto slides. */
export const VIEW_DRAG = 'application/x-tijarat-view';
