// Runs before the first paint: what was chosen in «Версия для слабовидящих» (`components/LowVision.astro`) on an earlier page.
try {
  const chosen = localStorage.getItem('low-vision');
  if (chosen) document.documentElement.dataset.oknoLowVision = chosen;
} catch {
  // The browser keeps nothing: the version is chosen on each page.
}
