//! Takes single words and statements out of definitions that the archive holds as text.
//!
//! The texts are dumpr's own or the server's deparsed ones.

use std::collections::HashSet;

use crate::syntax::split_outside;

/// `search_path` of `SET search_path TO …`, in small letters, unquoted.
fn setting_name(clause: &str) -> Option<String> {
    let name = split_outside(clause, " TO ").first()?.trim().to_lowercase();
    Some(name.trim_matches('"').replace("\"\"", "\""))
}

/// The statements of ALTER DATABASE and ALTER ROLE without those that set what is not among the `allowed` settings.
pub(crate) fn settings_without(statements: &str, allowed: &HashSet<String>) -> (String, Vec<String>) {
    let mut without = Vec::new();
    let statements: Vec<&str> = split_outside(statements, "\n")
        .into_iter()
        .filter(|statement| {
            let clause = if statement.starts_with("ALTER ") { split_outside(statement, " SET ") } else { Vec::new() };
            match clause.get(1).copied().and_then(setting_name).filter(|name| !allowed.contains(name)) {
                Some(name) => {
                    without.push(format!("SET {name}"));
                    false
                }
                None => true,
            }
        })
        .collect();
    (statements.join("\n"), without)
}

/// Privileges granted by the restoring role itself instead of the grantors of the source: taking on another role's
/// session needs a superuser.
pub(super) fn privileges_without_grantors(statements: &str) -> (String, Vec<String>) {
    let mut without = Vec::new();
    let statements: Vec<&str> = split_outside(statements, "\n")
        .into_iter()
        .filter(|statement| {
            if let Some(grantor) = statement.strip_prefix("SET SESSION AUTHORIZATION ") {
                without.push(format!("the grantor {}", grantor.trim_end_matches(';')));
                return false;
            }
            *statement != "RESET SESSION AUTHORIZATION;"
        })
        .collect();
    (statements.join("\n"), without)
}

/// The head of CREATE FUNCTION without what needs a superuser: LEAKPROOF, SUPPORT, settings that are not
/// among the `allowed`. Gives the text,
/// what was taken out, and the function's language.
pub(super) fn function_without(create: &str, allowed: &HashSet<String>) -> (String, Vec<String>, Option<String>) {
    let (mut kept, mut without, mut language) = (Vec::new(), Vec::new(), None);
    let mut in_head = true;
    for line in split_outside_head(create) {
        in_head &= !is_body(line);
        if !in_head {
            kept.push(line.to_owned());
            continue;
        }
        if let Some(name) = line.strip_prefix(" LANGUAGE ") {
            language = Some(name.trim_matches('"').to_owned());
        }
        if let Some(name) = line.strip_prefix(" SET ").and_then(setting_name).filter(|name| !allowed.contains(name)) {
            without.push(format!("SET {name}"));
            continue;
        }
        kept.push(options_without(line, &mut without));
    }
    (kept.join("\n"), without, language)
}

/// Lines of the head, and the body as one piece.
fn split_outside_head(create: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = Vec::new();
    let mut rest = create;
    loop {
        if is_body(rest) {
            lines.push(rest);
            return lines;
        }
        let line = split_outside(rest, "\n").first().copied().unwrap_or_default();
        lines.push(line);
        match rest.get(line.len() + 1..) {
            Some(next) => rest = next,
            None => return lines,
        }
    }
}

fn is_body(line: &str) -> bool {
    ["AS ", "BEGIN ATOMIC", "RETURN "].iter().any(|start| line.starts_with(start))
}

/// The line of options without the superuser's. It begins with a space, as no other line of keywords does.
fn options_without(line: &str, without: &mut Vec<String>) -> String {
    const STARTS: [&str; 10] = [
        " WINDOW",
        " IMMUTABLE",
        " STABLE",
        " PARALLEL ",
        " STRICT",
        " SECURITY DEFINER",
        " LEAKPROOF",
        " COST ",
        " ROWS ",
        " SUPPORT ",
    ];
    if !STARTS.iter().any(|start| line.starts_with(start)) {
        return line.to_owned();
    }
    let words = split_outside(line, " ");
    let mut kept = Vec::with_capacity(words.len());
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        match word {
            "LEAKPROOF" => without.push("LEAKPROOF".to_owned()),
            "SUPPORT" => without.push(format!("SUPPORT {}", words.next().unwrap_or_default())),
            _ => kept.push(word),
        }
    }
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed() -> HashSet<String> {
        ["search_path", "work_mem"].into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn functions_lose_what_needs_a_superuser_and_nothing_else() {
        let create = "CREATE FUNCTION s.f(a text DEFAULT 'x\n LEAKPROOF'::text)\n RETURNS text\n LANGUAGE sql\n \
                      IMMUTABLE STRICT LEAKPROOF COST 5 SUPPORT s.\"f x\"\n SET log_statement TO 'all'\n \
                      SET search_path TO 'a', 'b'\nAS $function$\n SET log_statement TO 'all'\n LEAKPROOF\n$function$;";
        let (text, without, language) = function_without(create, &allowed());
        assert_eq!(
            text,
            "CREATE FUNCTION s.f(a text DEFAULT 'x\n LEAKPROOF'::text)\n RETURNS text\n LANGUAGE sql\n \
             IMMUTABLE STRICT COST 5\n SET search_path TO 'a', 'b'\nAS $function$\n SET log_statement TO 'all'\n \
             LEAKPROOF\n$function$;"
        );
        assert_eq!(without, ["LEAKPROOF", "SUPPORT s.\"f x\"", "SET log_statement"]);
        assert_eq!(language.as_deref(), Some("sql"));
    }

    #[test]
    fn other_functions_stay_as_they_are() {
        for create in [
            "CREATE PROCEDURE p()\n LANGUAGE plpgsql\nAS $procedure$ BEGIN END $procedure$;",
            "CREATE FUNCTION f()\n RETURNS integer\n LANGUAGE sql\nRETURN 1;",
            "CREATE FUNCTION f()\n RETURNS integer\n LANGUAGE sql\nBEGIN ATOMIC\n SELECT 'it''s\n';\nEND;",
            "CREATE FUNCTION f()",
            "",
        ] {
            assert_eq!(function_without(create, &allowed()).0, create);
        }
    }

    #[test]
    fn settings_are_told_from_values() {
        let text = "COMMENT ON DATABASE d IS 'x\nALTER DATABASE d SET log_statement TO ''a''';\n\
                    ALTER DATABASE d SET log_statement TO 'all';\nALTER DATABASE d SET work_mem TO ' SET log_statement';\n\
                    ALTER ROLE \"a SET \" IN DATABASE d SET \"Session_Replication_Role\" TO 'x';";
        let (text, without) = settings_without(text, &allowed());
        assert_eq!(
            text,
            "COMMENT ON DATABASE d IS 'x\nALTER DATABASE d SET log_statement TO ''a''';\n\
             ALTER DATABASE d SET work_mem TO ' SET log_statement';"
        );
        assert_eq!(without, ["SET log_statement", "SET session_replication_role"]);
    }

    #[test]
    fn grants_stay_without_their_grantors() {
        let text = "GRANT SELECT ON TABLE t TO a;\nSET SESSION AUTHORIZATION \"b;\";\nGRANT SELECT ON TABLE t TO c;\n\
                    RESET SESSION AUTHORIZATION;";
        let (text, without) = privileges_without_grantors(text);
        assert_eq!(text, "GRANT SELECT ON TABLE t TO a;\nGRANT SELECT ON TABLE t TO c;");
        assert_eq!(without, ["the grantor \"b;\""]);
    }
}
