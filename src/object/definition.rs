//! The text of a CREATE statement with places for objects that are usually written inside it.

use super::Key;

/// A CREATE statement: a plain one is a `head` alone.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Definition {
    /// Text before the elements, up to and including the opening parenthesis.
    pub head: String,
    /// The elements and what comes after them. Boxed because nearly every statement is plain once it is settled.
    pub list: Option<Box<List>>,
}

/// The rest of a [`Definition`]: elements joined by a comma and a line break, `tail`.
///
/// A table has one element per column and table constraint; elements whose pieces all turn out empty are left out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct List {
    /// Columns and table constraints.
    pub elements: Vec<Element>,
    /// Text after the elements, from the closing parenthesis on.
    pub tail: String,
}

/// What separates the elements of a [`Definition`].
const SEPARATOR: &str = ",\n    ";

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

    /// A statement with elements.
    pub fn list(head: String, elements: impl IntoIterator<Item = Element>, tail: impl Into<String>) -> Self {
        let list = List { elements: elements.into_iter().collect(), tail: tail.into() };
        Definition { head, list: Some(Box::new(list)) }
    }

    /// Whether there is nothing to run.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty() && self.list.as_ref().is_none_or(|list| list.elements.is_empty() && list.tail.is_empty())
    }

    /// Text after the elements.
    pub fn tail(&self) -> &str {
        self.list.as_ref().map_or("", |list| &list.tail)
    }

    /// The objects that have their place in it.
    pub fn inlined(&self) -> impl Iterator<Item = Key> {
        let pieces = self.list.iter().flat_map(|list| &list.elements).flat_map(|element| &element.pieces);
        pieces.filter_map(|piece| if let Piece::Inline(key) = piece { Some(*key) } else { None })
    }

    /// Becomes plain text but for the places of objects. Many small pieces take many times their bytes.
    pub fn settle(&mut self) {
        if self.inlined().next().is_none() {
            if self.list.is_some() {
                *self = Definition::sql(self.render(|_| None));
            }
        } else if let Some(list) = &mut self.list {
            list.settle();
        }
        self.head.shrink_to_fit();
    }

    /// The statement's text. `inline` gives the text of an inlined object, or `None` when it stands apart.
    pub fn render<'a>(&'a self, inline: impl Fn(Key) -> Option<&'a str>) -> String {
        let Some(list) = &self.list else { return self.head.clone() };
        let mut text = self.head.clone();
        let mut separator = &SEPARATOR[1..];
        for element in &list.elements {
            let start = text.len();
            for piece in &element.pieces {
                let part = match piece {
                    Piece::Text(part) => part,
                    Piece::Inline(key) => inline(*key).unwrap_or_default(),
                };
                if text.len() > start {
                    text.push_str(part);
                } else if let part = part.trim_start()
                    && !part.is_empty()
                {
                    text.push_str(separator);
                    text.push_str(part);
                    separator = SEPARATOR;
                }
            }
        }
        text.push_str(&list.tail);
        text
    }
}

impl List {
    /// Elements of fixed text become one where they stand together.
    fn settle(&mut self) {
        let mut settled: Vec<Element> = Vec::new();
        for mut element in std::mem::take(&mut self.elements) {
            let Some(text) = element.fixed() else {
                element.pieces.shrink_to_fit();
                settled.push(element);
                continue;
            };
            let text = text.trim_start();
            if text.is_empty() {
            } else if let Some([Piece::Text(before)]) = settled.last_mut().map(|last| last.pieces.as_mut_slice()) {
                before.push_str(SEPARATOR);
                before.push_str(text);
            } else {
                settled.push(Element::text(text));
            }
        }
        for piece in settled.iter_mut().flat_map(|element| &mut element.pieces) {
            if let Piece::Text(text) = piece {
                text.shrink_to_fit();
            }
        }
        settled.shrink_to_fit();
        self.elements = settled;
        self.tail.shrink_to_fit();
    }
}

impl Element {
    /// An element of fixed text.
    pub fn text(text: impl Into<String>) -> Self {
        Element { pieces: vec![Piece::Text(text.into())] }
    }

    /// Its text, when no object has its place in it.
    fn fixed(&self) -> Option<String> {
        let text = |piece: &Piece| if let Piece::Text(text) = piece { Some(text.clone()) } else { None };
        self.pieces.iter().map(text).collect()
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
        let text = |text: &str| Piece::Text(text.to_owned());
        let empty = Element { pieces: vec![text("")] };
        let column = Element { pieces: vec![text(" a integer"), text(" NOT NULL")] };
        let with_place = Element { pieces: vec![text("b integer"), Piece::Inline(CHECK)] };
        let place = Element { pieces: vec![Piece::Inline(CHECK)] };
        for (elements, settled) in [
            (vec![], 0),
            (vec![Element::text("a integer"), empty.clone()], 0),
            (vec![empty.clone(), with_place.clone()], 1),
            (vec![column.clone(), empty.clone(), column.clone(), place, with_place, column.clone(), column], 4),
        ] {
            let before = Definition::list("CREATE TABLE t (".into(), elements, "\n);");
            let mut after = before.clone();
            after.settle();
            assert_eq!(after.render(inline), before.render(inline));
            assert_eq!(after.render(|_| None), before.render(|_| None));
            assert_eq!(after.list.map_or(0, |list| list.elements.len()), settled);
        }
    }

    #[test]
    fn elements_without_words_are_left_out() {
        let elements =
            [Element::text(" a integer"), Element { pieces: vec![Piece::Inline(CHECK)] }, Element::text("b")];
        let table = Definition::list("(".into(), elements, "\n);");
        assert_eq!(table.render(inline), "(\n    a integer,\n    CHECK (b > 0),\n    b\n);");
        assert_eq!(table.render(|_| None), "(\n    a integer,\n    b\n);");
    }
}
