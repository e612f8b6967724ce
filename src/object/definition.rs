//! The text of a CREATE statement with places for objects that are usually written inside it.

use super::Key;

/// A CREATE statement: `head`, the elements joined by a comma and a line break, `tail`.
///
/// A plain statement is a `head` alone. A table has one element per column and table constraint;
/// elements whose pieces all turn out empty are left out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Definition {
    /// Text before the elements, up to and including the opening parenthesis.
    pub head: String,
    /// Columns and table constraints.
    pub elements: Vec<Element>,
    /// Text after the elements, from the closing parenthesis on.
    pub tail: String,
}

/// One comma-separated element of a [`Definition`].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Element {
    /// Its pieces, written one after the other.
    pub pieces: Vec<Piece>,
}

/// A piece of an [`Element`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Piece {
    /// Fixed text.
    Text(String),
    /// The `inline.text` of the object with this key, or nothing when a loop forced it out.
    Inline(Key),
}

impl Definition {
    /// A plain statement.
    pub fn sql(text: impl Into<String>) -> Self {
        Definition { head: text.into(), ..Definition::default() }
    }

    /// Whether there is nothing to run.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty() && self.elements.is_empty() && self.tail.is_empty()
    }

    /// Becomes plain text, unless objects may have their place in it. Many small pieces take many times their bytes.
    pub fn settle(&mut self) {
        let is_inline = |piece: &Piece| matches!(piece, Piece::Inline(_));
        if self.elements.iter().flat_map(|element| &element.pieces).any(is_inline) {
            self.elements.shrink_to_fit();
            self.elements.iter_mut().for_each(|element| element.pieces.shrink_to_fit());
        } else if !self.elements.is_empty() || !self.tail.is_empty() {
            *self = Definition::sql(self.render(|_| None));
        }
        self.head.shrink_to_fit();
    }

    /// The statement's text. `inline` gives the text of an inlined object, or `None` when it stands apart.
    pub fn render<'a>(&'a self, inline: impl Fn(Key) -> Option<&'a str>) -> String {
        let mut elements = Vec::with_capacity(self.elements.len());
        for element in &self.elements {
            let mut text = String::new();
            for piece in &element.pieces {
                match piece {
                    Piece::Text(part) => text.push_str(part),
                    Piece::Inline(key) => text.push_str(inline(*key).unwrap_or_default()),
                }
            }
            let text = text.trim_start();
            if !text.is_empty() {
                elements.push(format!("\n    {text}"));
            }
        }
        format!("{}{}{}", self.head, elements.join(","), self.tail)
    }
}

impl Element {
    /// An element of fixed text.
    pub fn text(text: impl Into<String>) -> Self {
        Element { pieces: vec![Piece::Text(text.into())] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{Class, Part};

    const CHECK: Key = Key { class: Class::CONSTRAINT, oid: 7, part: Part::Definition };

    fn inline<'a>(asked: Key) -> Option<&'a str> {
        (asked == CHECK).then_some(" CHECK (b > 0)")
    }

    #[test]
    fn settling_changes_no_word() {
        let table = |elements| Definition { head: "CREATE TABLE t (".into(), elements, tail: "\n);".into() };
        let empty = Element { pieces: vec![Piece::Text(String::new())] };
        let with_place = Element { pieces: vec![Piece::Text("b integer".into()), Piece::Inline(CHECK)] };
        for elements in [vec![], vec![Element::text("a integer"), empty.clone()], vec![empty, with_place]] {
            let before = table(elements);
            let mut after = before.clone();
            after.settle();
            assert_eq!(after.render(inline), before.render(inline));
            assert_eq!(after.render(|_| None), before.render(|_| None));
            assert_eq!(after.elements.is_empty(), !before.render(inline).contains("CHECK"));
        }
    }
}
