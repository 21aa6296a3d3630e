/** An element and all around it, from the inside out. Goes on from a shadow root to its host. */
export function ancestorsOf(element: Element): Element[] {
  const outer = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return [element, ...(outer ? ancestorsOf(outer) : [])];
}
