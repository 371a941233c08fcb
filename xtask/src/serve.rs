//! A small web server for this machine alone, with the headers that a real host should send.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::failure::{Explain, Failure, Result};
use crate::{headers, site, workspace};

/// Ports tried after the one asked for, when it is taken.
const FURTHER_PORTS: u16 = 20;
/// The longest request that is read, and how long it may take to come.
const LONGEST_REQUEST: u64 = 16 * 1024;
const PATIENCE: Duration = Duration::from_secs(30);

/// Builds the site and serves it until the program is stopped.
pub(crate) fn serve(port: u16, open: bool) -> Result {
    let dist = workspace::dist();
    site::build(&dist)?;
    let server = Server::start(dist, port)?;
    println!("Deelsom is served at {}", server.address());
    println!("Stop it with Ctrl+C.");
    if open && !open_browser(&server.address()) {
        println!("No browser could be opened: open the address yourself.");
    }
    server.wait();
    Ok(())
}

/// A server at work in a thread of its own.
pub(crate) struct Server {
    address: SocketAddr,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves the files of `site` on 127.0.0.1, at `port` or the next one that is free.
    /// Port 0 is any free port.
    pub(crate) fn start(site: PathBuf, port: u16) -> Result<Self> {
        let listener = listen(port)?;
        let address = listener.local_addr().explain(|| "learn the address of the server".into())?;
        let thread = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = site.clone();
                // A browser that goes away in the middle is no failure of ours.
                thread::spawn(move || drop(converse(&stream, &site)));
            }
        });
        Ok(Self { address, thread })
    }

    /// The address of the page.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves for as long as the program runs.
    fn wait(self) {
        // The thread ends only by a panic, which has then been printed.
        let _ = self.thread.join();
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    let last = port.saturating_add(FURTHER_PORTS);
    for port in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            other => return other.explain(|| format!("serve on port {port} (see --port)")),
        }
    }
    Err(Failure::new(format!("The ports {port} to {last} are all taken: name another one with --port.")))
}

/// Reads one request and answers it.
fn converse(mut stream: &TcpStream, site: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request changes nothing, but is read: a browser writes before it listens.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    stream.write_all(&answer(&request, site).into_bytes())
}

/// What the server says to one request.
#[derive(Debug, PartialEq)]
struct Answer {
    status: &'static str,
    media_type: &'static str,
    cache_control: &'static str,
    content: Vec<u8>,
    /// Whether only the headers were asked for.
    headers_only: bool,
}

/// Answers a request line such as `GET / HTTP/1.1` from the files of the site.
fn answer(request: &str, site: &Path) -> Answer {
    let mut words = request.split(' ');
    let (method, address) = (words.next(), words.next());
    let headers_only = method == Some("HEAD");
    let refusal = |status: &'static str| Answer {
        status,
        media_type: media_type(".txt"),
        cache_control: headers::cache_control(""),
        content: status.into(),
        headers_only,
    };
    let Some(path) = address.and_then(|address| address.strip_prefix('/')) else {
        return refusal("400 Bad Request");
    };
    if !matches!(method, Some("GET" | "HEAD")) {
        return refusal("405 Method Not Allowed");
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let name =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    // The address is compared with the names of the files there are, and is never made into a
    // path: nothing outside the site can be named.
    let file = site::files(site).ok().and_then(|mut files| files.remove(&name));
    match file.and_then(|path| fs::read(path).ok()) {
        None => refusal("404 Not Found"),
        Some(content) => Answer {
            status: "200 OK",
            media_type: media_type(&name),
            cache_control: headers::cache_control(&name),
            content,
            headers_only,
        },
    }
}

impl Answer {
    fn into_bytes(self) -> Vec<u8> {
        let mut lines = vec![format!("HTTP/1.1 {}", self.status)];
        let mut header = |name: &str, value: &str| lines.push(format!("{name}: {value}"));
        header("Content-Type", self.media_type);
        header("Content-Length", &self.content.len().to_string());
        header("Cache-Control", self.cache_control);
        for (name, value) in headers::HEADERS {
            header(name, value);
        }
        if self.status.starts_with("405") {
            header("Allow", "GET, HEAD");
        }
        header("Connection", "close");
        let mut bytes = format!("{}\r\n\r\n", lines.join("\r\n")).into_bytes();
        if !self.headers_only {
            bytes.extend(self.content);
        }
        bytes
    }
}

/// The media type of a file. Browsers may not guess (`nosniff`), so it must be right.
pub(crate) fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// Asks the system to show the page; says whether it could.
fn open_browser(address: &str) -> bool {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start"]);
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    command.arg(address).status().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site with a page, a module, WebAssembly and a directory; beside it, a file that is secret.
    fn site(name: &str) -> PathBuf {
        let directory = workspace::target().join("tmp").join("serve").join(name);
        let site = directory.join("dist");
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(site.join("docs")).expect("the target directory can be written");
        for (path, content) in [
            ("dist/index.html", "page"),
            ("dist/docs/index.html", "docs"),
            ("dist/start-0123456789abcdef.js", "start"),
            ("dist/deelsom-0123456789abcdef.wasm", "\0asm"),
            ("secret.txt", "secret"),
        ] {
            fs::write(directory.join(path), content).expect("the directory can be written");
        }
        site
    }

    #[test]
    fn files_are_found_by_their_address() {
        let site = site("found");
        for (address, content) in [
            ("/", "page"),
            ("/index.html", "page"),
            ("/?share=1", "page"),
            ("/docs/", "docs"),
            ("/start-0123456789abcdef.js", "start"),
        ] {
            let answer = answer(&format!("GET {address} HTTP/1.1"), &site);
            assert_eq!(answer.status, "200 OK", "{address}");
            assert_eq!(answer.content, content.as_bytes(), "{address}");
        }
    }

    #[test]
    fn nothing_outside_the_site_can_be_named() {
        let site = site("outside");
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret.txt", site.join("link.txt"))
            .expect("the directory can be written");
        let absolute = site.with_file_name("secret.txt");
        let absolute = absolute.to_string_lossy();
        for address in [
            "/../secret.txt",
            "/docs/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            "//secret.txt",
            "/./index.html",
            "/docs",
            "/link.txt",
            &absolute,
            &format!("/{absolute}"),
        ] {
            let answer = answer(&format!("GET {address} HTTP/1.1"), &site);
            assert_eq!(answer.status, "404 Not Found", "{address}");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let site = site("reading");
        assert_eq!(answer("POST / HTTP/1.1", &site).status, "405 Method Not Allowed");
        assert_eq!(answer("", &site).status, "400 Bad Request");
        assert_eq!(answer("GET", &site).status, "400 Bad Request");
        assert_eq!(answer("GET secret.txt", &site).status, "400 Bad Request");
        let head = answer("HEAD / HTTP/1.1", &site).into_bytes();
        let head = String::from_utf8_lossy(&head);
        assert!(head.contains("\r\nContent-Length: 4\r\n") && head.ends_with("\r\n\r\n"));
    }

    #[test]
    fn every_file_says_what_it_is_and_how_long_it_lasts() {
        let site = site("types");
        let answered = |address: &str| answer(&format!("GET {address} HTTP/1.1"), &site);
        let page = answered("/");
        assert_eq!(page.media_type, "text/html; charset=utf-8");
        assert_eq!(page.cache_control, "no-cache");
        let wasm = answered("/deelsom-0123456789abcdef.wasm");
        assert_eq!(wasm.media_type, "application/wasm");
        assert!(wasm.cache_control.contains("immutable"));
        assert_eq!(media_type("start.js"), "text/javascript; charset=utf-8");
        assert_eq!(media_type("main.css"), "text/css; charset=utf-8");
        assert_eq!(media_type("a.b/LICENSE"), "application/octet-stream");
    }

    #[test]
    fn a_taken_port_is_passed_over_and_every_header_is_sent() {
        let first = Server::start(site("ports"), 0).expect("some port is free");
        let taken = first.address.port();
        let second = Server::start(site("ports-too"), taken).expect("some further port is free");
        assert_ne!(second.address.port(), taken);

        let mut stream = TcpStream::connect(second.address).expect("the server listens");
        stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").expect("the server reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the server answers");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\npage"));
        for (name, value) in headers::HEADERS {
            assert!(answer.contains(&format!("\r\n{name}: {value}\r\n")), "{name}");
        }
    }
}
