// A click, or Enter, on a figure asks how it was calculated. What answers is loaded when it is first asked for.

let explainer;

/** Listens for questions; with what to say where no answer can be loaded, by language. */
export function listen(dutch, english) {
  const ask = async (event) => {
    const figure = event.target.closest?.("[data-figure][role=button]");
    if (!figure) return;
    event.preventDefault();
    const language = document.documentElement.lang;
    try {
      explainer ??= import(new URL("explain.js", document.baseURI)).then((module) => module.ready());
      const explain = await explainer;
      // While the study has problems there is no answer, and the page says so already.
      explain(window.wasmBindings.study(), figure.dataset.figure, language);
    } catch {
      explainer = undefined;
      document.querySelector("output").textContent = language === "nl" ? dutch : english;
    }
  };
  document.addEventListener("click", ask);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") ask(event);
  });
}
