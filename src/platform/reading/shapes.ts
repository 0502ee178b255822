import { shapeKey, shapeOf, type Viewer, type ViewerShape } from '../auth/index.ts';

const shapes = new WeakMap<Viewer, { shape: ViewerShape; key: string }>();

/** The parts that this viewer plays. */
export function shapeOfViewer(viewer: Viewer): { shape: ViewerShape; key: string } {
  let known = shapes.get(viewer);
  if (!known) {
    const shape = shapeOf(viewer);
    shapes.set(viewer, (known = { shape, key: shapeKey(shape) }));
  }
  return known;
}
