/** Tells the page around this one how high it is, whenever that changes, so that it is shown whole. */
export function reportHeight(): void {
  if (window.parent === window) return;
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // The height of a page is no secret, and platforms differ in what answers.
    window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
}
