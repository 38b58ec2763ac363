new MutationObserver(() => {
  const failed = document.getElementById('failed');
  if (!failed.hidden) {
    const button = failed.querySelector('button');
    fetch('/report', { method: 'POST', body: 'failed ' + document.getElementById('lti-storage').dataset.why + ' ' + (button ? button.textContent : '') });
  }
}).observe(document.getElementById('failed'), { attributes: true });
