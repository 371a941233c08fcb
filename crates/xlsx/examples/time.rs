//! How long it takes to write a large book, and how large the file is: `cargo run --release --example time`.

use std::time::Instant;

use deelsom_workbook::{At, Book, Content, Kind, Role, Sheet, Style, Worth};
use deelsom_xlsx::{Look, MonthLocale, write};

fn main() {
    let book = large();
    let formulas =
        book.sheets.iter().flat_map(Sheet::cells).filter(|(_, _, cell)| is_formula(&cell.content)).count();
    let look = Look { month_locale: MonthLocale::Dutch, title: "Large".to_owned(), created: (2026, 11, 1) };
    for _ in 0..5 {
        let start = Instant::now();
        let file = write(&book, &look).expect("the book can be written");
        println!("{formulas} formulas: {:.3} s, {} bytes", start.elapsed().as_secs_f64(), file.len());
    }
}

fn is_formula(content: &Content) -> bool {
    matches!(content, Content::Formula(..))
}

/// Four sheets of months, as those of the staff are.
fn large() -> Book {
    let mut book = Book::default();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for number in 0..4 {
        let sheet = book.add(&format!("Personeel_{number}"));
        for row in 6..206_u32 {
            let post = At { sheet, row, column: 0 };
            book.put(post, Content::Number(f64::from(row)), Style(Role::Frozen, Kind::Whole));
            book.put(
                post.right(2),
                Content::Text(format!("Partner {row}").into()),
                Style(Role::Label, Kind::Text),
            );
            for column in 40..280_usize {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                let worth = (state >> 11) as f64 / 9e14;
                let before = post.right(column - 1);
                let text = format!("{before}*$M{}+{}", row + 1, before.down(100));
                let kind = if column % 12 == 0 { Kind::Cents } else { Kind::Fte };
                let content = Content::Formula(text.into(), Worth::Number(worth));
                book.put(post.right(column), content, Style(Role::Figure, kind));
            }
        }
    }
    book
}
