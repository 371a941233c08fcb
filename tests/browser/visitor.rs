//! Someone at the page: a real Chromium, steered with real keys.

use std::env;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Map, Value};
use thirtyfour::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

use crate::files::written;

/// How often the keys may end elsewhere than foreseen before something counts as out of reach.
const TRIES: usize = 6;

/// How many times Tab, or with a minus Shift+Tab, seems to lead to an element; nothing if the reader is there.
/// A guess, of which no more than the time depends: the keys go where the browser takes them.
const TABS_TO: &str = "
const [target] = arguments;
const at = document.activeElement;
if (at === target) return null;
// From nowhere one key leads to somewhere.
if (!at || at === document.body) return 1;
const within = document.querySelector('dialog:modal') ?? document;
const stops = [...within.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(one =>
  one === target || (one.tabIndex >= 0 && !one.matches(':disabled') && !one.closest('[inert]')
    && one.checkVisibility({ visibilityProperty: true })));
const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
const between = stops.filter(one => one !== at && one !== target);
return follows(at, target)
  ? 1 + between.filter(one => follows(at, one) && follows(one, target)).length
  : -1 - between.filter(one => follows(one, at) && follows(target, one)).length;
";

/// An environment variable that `cargo xtask test` sets.
pub(crate) fn given(name: &str) -> String {
    env::var(name)
        .unwrap_or_else(|_| panic!("{name} is not set: run this test with `cargo xtask test browser`"))
}

/// The address of the site as one file, on this disk.
pub(crate) fn single_address() -> String {
    let path = given("DEELSOM_SINGLE").replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    format!("file:///{}", path.replace('\\', "/").trim_start_matches('/'))
}

/// A browser with the page open, and the driver that steers it.
pub(crate) struct Visitor {
    pub(crate) driver: WebDriver,
    _process: Process,
}

/// The driver's process, which ends with the visit, however that ends.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // A process that has ended already need not be stopped.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Visitor {
    /// Opens the page in a window of this size.
    pub(crate) async fn open(width: u32, height: u32) -> WebDriverResult<Self> {
        Self::open_at(&given("DEELSOM_URL"), width, height).await
    }

    /// Opens the page that is at an address, in a window of this size.
    pub(crate) async fn open_at(page: &str, width: u32, height: u32) -> WebDriverResult<Self> {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let child = Command::new(given("DEELSOM_CHROMEDRIVER"))
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a driver that starts");
        let process = Process(child);
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(&given("DEELSOM_CHROMIUM"))?;
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            // What is judged, clicked or timed stands still.
            "--force-prefers-reduced-motion",
        ] {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--window-size={width},{height}"))?;
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let address = format!("http://127.0.0.1:{port}");
        let mut tries = 0;
        let driver = loop {
            match WebDriver::new(&address, capabilities.clone()).await {
                Ok(driver) => break driver,
                // The driver takes a moment to listen.
                Err(error) if tries == 100 => return Err(error),
                Err(_) => tries += 1,
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        let visitor = Self { driver, _process: process };
        visitor.resize(width, height).await?;
        visitor.driver.goto(page).await?;
        visitor.driver.query(By::Id("top")).first().await?;
        Ok(visitor)
    }

    /// Makes the page as wide as a device, whatever frame the window has.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> WebDriverResult<()> {
        self.driver.set_window_rect(0, 0, width, height).await?;
        let inner = self.number("return window.innerWidth").await?;
        let frame = width.saturating_sub(inner);
        self.driver.set_window_rect(0, 0, width + frame, height).await
    }

    /// Leaves.
    pub(crate) async fn leave(self) -> WebDriverResult<()> {
        self.driver.clone().quit().await
    }

    /// Goes to an element as somebody without a mouse does: with Tab and Shift+Tab, from where the reader is.
    pub(crate) async fn reach(&self, element: &WebElement) -> WebDriverResult<()> {
        for _ in 0..TRIES {
            let tabs = self.driver.execute(TABS_TO, vec![element.to_json()?]).await?;
            let Some(tabs) = tabs.json().as_i64() else { return Ok(()) };
            let keys =
                "\u{e004}".repeat(usize::try_from(tabs.unsigned_abs()).expect("a page of so many fields"));
            let chain = self.driver.action_chain();
            let chain = if tabs > 0 {
                chain.send_keys(keys)
            } else {
                chain.key_down(Key::Shift).send_keys(keys).key_up(Key::Shift)
            };
            chain.perform().await?;
        }
        let ended = self.ask("return document.activeElement.outerHTML.slice(0, 200)").await?;
        let wanted = element.outer_html().await?;
        let wanted: String = wanted.chars().take(200).collect();
        panic!("Tab does not reach {wanted}: the keys ended at {ended}");
    }

    /// Waits for something to be on the page, and goes to it.
    pub(crate) async fn reach_at(&self, place: By) -> WebDriverResult<()> {
        self.reach(&self.driver.query(place).first().await?).await
    }

    /// Presses what is at a place, by key.
    pub(crate) async fn press_at(&self, place: By) -> WebDriverResult<()> {
        self.reach_at(place).await?;
        self.press(Key::Enter).await
    }

    /// Goes to a page by its place in the address.
    pub(crate) async fn go(&self, fragment: &str) -> WebDriverResult<()> {
        self.press_at(By::Css(format!("nav a[href='#/{fragment}']"))).await
    }

    /// Has the page speak a language.
    pub(crate) async fn speak(&self, language: &str) -> WebDriverResult<()> {
        self.press_at(By::Css(format!("button[lang='{language}']"))).await
    }

    /// Waits until the page has drawn what was asked of it.
    pub(crate) async fn settle(&self) -> WebDriverResult<()> {
        let wait = "const done = arguments[0];
             const look = () => document.querySelector('[aria-busy=true]')
               ? setTimeout(look, 5)
               : requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
             look();";
        self.driver.execute_async(wait, vec![]).await.map(drop)
    }

    /// Presses the button with this id, by key.
    pub(crate) async fn push(&self, id: &str) -> WebDriverResult<()> {
        self.press_at(By::Id(id)).await
    }

    /// Opens a worked study: its list is gone down in, and it is opened.
    pub(crate) async fn open_example(&self, file: &str) -> WebDriverResult<()> {
        let place = format!(
            "return [...document.getElementById('examples').options]\
             .findIndex(one => one.value === 'examples/{file}.json')"
        );
        let place = usize::try_from(self.number(&place).await?).expect("a place");
        self.reach_at(By::Id("examples")).await?;
        let mut keys = self.driver.action_chain().send_keys(Key::Home);
        for _ in 0..place {
            keys = keys.send_keys(Key::Down);
        }
        keys.perform().await?;
        self.push("open-example").await?;
        self.opened().await
    }

    /// Waits until a study was opened: the reader is then at its top, or at why it was refused.
    async fn opened(&self) -> WebDriverResult<()> {
        self.until("['top', 'refused'].includes(document.activeElement.id)").await?;
        self.settle().await
    }

    /// Opens a study from a file of this name.
    pub(crate) async fn open_study(&self, name: &str, text: &str) -> WebDriverResult<()> {
        let file = written(name, text);
        self.pick_files("open-file", &file.to_string_lossy()).await?;
        self.opened().await
    }

    /// Picks files in the field with this id, which can be reached by keys. What the system then shows to pick them in is
    /// no page, and a driver fills it in by its own way.
    pub(crate) async fn pick_files(&self, id: &str, paths: &str) -> WebDriverResult<()> {
        let field = self.driver.query(By::Id(id)).first().await?;
        self.reach(&field).await?;
        field.send_keys(paths).await
    }

    /// From now on remembers what the page gives away as files.
    pub(crate) async fn remember_files(&self) -> WebDriverResult<()> {
        let remember = "if (!window.files) {
               window.files = [];
               const own = URL.createObjectURL;
               URL.createObjectURL = file => { window.files.push(file); return own.call(URL, file); };
             }";
        self.ask(remember).await.map(drop)
    }

    /// The text of the file that the page gave away last, with its byte order mark if it has one.
    pub(crate) async fn last_file(&self) -> WebDriverResult<String> {
        let read = "const done = arguments[0]; window.files.at(-1).arrayBuffer()
             .then(bytes => done(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));";
        let text = self.driver.execute_async(read, vec![]).await?;
        Ok(text.json().as_str().expect("a text").to_owned())
    }

    /// The bytes of the file that the page gave away last.
    pub(crate) async fn last_bytes(&self) -> WebDriverResult<Vec<u8>> {
        // A character for every byte.
        let read = "const done = arguments[0]; window.files.at(-1).arrayBuffer().then(bytes => {
               let text = '';
               for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
               done(text);
             });";
        let text = self.driver.execute_async(read, vec![]).await?;
        let text = text.json().as_str().expect("a text");
        Ok(text.chars().map(|one| u8::try_from(one).expect("a byte")).collect())
    }

    /// Saves the study, by key: the text of its file.
    pub(crate) async fn save(&self) -> WebDriverResult<String> {
        self.remember_files().await?;
        let button = By::XPath("//header//button[.='Opslaan als bestand']");
        self.press_at(button).await?;
        self.last_file().await
    }

    /// The text of what stands at a place, as it is seen: waited for, and read in one step, as the page may draw it anew.
    pub(crate) async fn text_at(&self, selector: &str) -> WebDriverResult<String> {
        let read = "const [selector, done] = arguments;
             const look = () => {
               const there = document.querySelector(selector);
               if (there) done(there.innerText.trim()); else setTimeout(look, 5);
             };
             look();";
        let text = self.driver.execute_async(read, vec![Value::from(selector)]).await?;
        Ok(text.json().as_str().expect("a text").to_owned())
    }

    /// Waits until a script says yes.
    pub(crate) async fn until(&self, script: &str) -> WebDriverResult<()> {
        let wait = format!(
            "const done = arguments[0]; const look = () => ({script}) ? done(true) : setTimeout(look, 5); look();"
        );
        self.driver.execute_async(wait, vec![]).await.map(drop)
    }

    /// Has the browser itself do something, by its own protocol.
    pub(crate) async fn command(&self, name: &str, how: Value) -> WebDriverResult<()> {
        self.driver.cdp().send_raw(name, how).await.map(drop)
    }

    /// What a script gives.
    pub(crate) async fn ask(&self, script: &str) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// A number that a script gives.
    pub(crate) async fn number(&self, script: &str) -> WebDriverResult<u32> {
        let value = self.ask(script).await?;
        Ok(value.as_u64().and_then(|number| u32::try_from(number).ok()).expect("a number"))
    }

    /// A field by its place in the study: `/posts/3/fte`.
    pub(crate) async fn field(&self, pointer: &str) -> WebDriverResult<WebElement> {
        let id = pointer.trim_start_matches('/').replace('/', "-");
        self.driver.query(By::Id(id)).first().await
    }

    /// Types a text over what a field holds, with keys, and leaves the field.
    pub(crate) async fn type_over(&self, pointer: &str, text: &str) -> WebDriverResult<()> {
        self.reach(&self.field(pointer).await?).await?;
        let keys = self.driver.action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        keys.send_keys(text).send_keys(Key::Tab).perform().await?;
        self.settle().await
    }

    /// Presses a key, wherever the reader is.
    pub(crate) async fn press(&self, key: Key) -> WebDriverResult<()> {
        self.driver.action_chain().send_keys(key).perform().await?;
        self.settle().await
    }

    /// Presses a key while Control is held.
    pub(crate) async fn press_with_control(&self, key: char) -> WebDriverResult<()> {
        let chain = self.driver.action_chain().key_down(Key::Control).send_keys(key.to_string());
        chain.key_up(Key::Control).perform().await?;
        self.settle().await
    }

    /// Every figure in view: its place in the report and its exact value.
    pub(crate) async fn figures(&self) -> WebDriverResult<Map<String, Value>> {
        let script = "return Object.fromEntries([...document.querySelectorAll('data[data-figure]')]\
                      .map(one => [one.dataset.figure, one.value]));";
        Ok(self.ask(script).await?.as_object().cloned().expect("figures"))
    }

    /// What the console says beyond silence.
    pub(crate) async fn console(&self) -> WebDriverResult<Vec<String>> {
        let log = self.driver.browser_log().await?;
        Ok(log.iter().map(|entry| format!("{entry:?}")).collect())
    }
}
