//! The kinds of objects: label, section, restore pass. One line each; the order is the sort priority.

use serde::{Deserialize, Serialize};

/// Which third of a restore an object belongs to, as in `pg_dump --section`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// Definitions that rows need.
    PreData,
    /// Rows, large objects, sequence values.
    Data,
    /// Indexes, constraints, triggers, rules, policies.
    PostData,
}

/// When a restore runs an entry: privileges must not stop the restore itself, and refreshing a
/// materialized view needs privileges and every index. Building indexes and refreshing count rows anew, so
/// optimizer statistics come last.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Pass {
    /// In the order of the archive.
    Main,
    /// After everything of the main pass: GRANT, REVOKE, default privileges.
    Acl,
    /// After the privileges: event triggers, REFRESH, optimizer statistics.
    Last,
}

macro_rules! kinds {
    ($($kind:ident $label:literal $section:ident;)*) => {
        /// The kind of an object. Declared in sort order: of two objects that do not depend on each
        /// other, the one of the earlier kind comes first.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum Kind {
            $(#[doc = concat!("`", $label, "`")] $kind,)*
        }

        impl Kind {
            /// Every kind, in sort order.
            pub const ALL: &[Kind] = &[$(Kind::$kind),*];

            /// The label in `list`, the same as in `pg_restore --list`.
            pub fn label(self) -> &'static str {
                match self { $(Kind::$kind => $label,)* }
            }

            /// The section it is usually in. Comments, labels and privileges follow their object.
            pub fn section(self) -> Section {
                match self { $(Kind::$kind => Section::$section,)* }
            }
        }
    };
}

kinds! {
    Role "ROLE" PreData;
    RoleAttributes "ROLE ATTRIBUTES" PreData;
    RolePassword "ROLE PASSWORD" PreData;
    RoleSettings "ROLE SETTINGS" PreData;
    RoleMembership "ROLE MEMBERSHIP" PreData;
    Tablespace "TABLESPACE" PreData;
    TablespaceOptions "TABLESPACE OPTIONS" PreData;
    ParameterAcl "PARAMETER ACL" PreData;
    Database "DATABASE" PreData;
    DatabaseProperties "DATABASE PROPERTIES" PreData;
    Schema "SCHEMA" PreData;
    Language "PROCEDURAL LANGUAGE" PreData;
    Collation "COLLATION" PreData;
    Transform "TRANSFORM" PreData;
    Extension "EXTENSION" PreData;
    ShellType "SHELL TYPE" PreData;
    Type "TYPE" PreData;
    Domain "DOMAIN" PreData;
    Cast "CAST" PreData;
    Function "FUNCTION" PreData;
    Procedure "PROCEDURE" PreData;
    Aggregate "AGGREGATE" PreData;
    AccessMethod "ACCESS METHOD" PreData;
    Operator "OPERATOR" PreData;
    OperatorFamily "OPERATOR FAMILY" PreData;
    OperatorClass "OPERATOR CLASS" PreData;
    Conversion "CONVERSION" PreData;
    TextSearchParser "TEXT SEARCH PARSER" PreData;
    TextSearchTemplate "TEXT SEARCH TEMPLATE" PreData;
    TextSearchDictionary "TEXT SEARCH DICTIONARY" PreData;
    TextSearchConfiguration "TEXT SEARCH CONFIGURATION" PreData;
    ForeignDataWrapper "FOREIGN DATA WRAPPER" PreData;
    ForeignServer "SERVER" PreData;
    UserMapping "USER MAPPING" PreData;
    Table "TABLE" PreData;
    ForeignTable "FOREIGN TABLE" PreData;
    View "VIEW" PreData;
    MaterializedView "MATERIALIZED VIEW" PreData;
    Sequence "SEQUENCE" PreData;
    SequenceOwnedBy "SEQUENCE OWNED BY" PreData;
    TableAttach "TABLE ATTACH" PreData;
    Default "DEFAULT" PreData;
    TableData "TABLE DATA" Data;
    SequenceSet "SEQUENCE SET" Data;
    LargeObject "LARGE OBJECT" Data;
    LargeObjectData "LARGE OBJECTS" Data;
    StatisticsData "STATISTICS DATA" Data;
    CheckConstraint "CHECK CONSTRAINT" PreData;
    Constraint "CONSTRAINT" PostData;
    Index "INDEX" PostData;
    IndexAttach "INDEX ATTACH" PostData;
    Statistics "STATISTICS" PostData;
    Rule "RULE" PostData;
    Trigger "TRIGGER" PostData;
    ForeignKey "FK CONSTRAINT" PostData;
    RowSecurity "ROW SECURITY" PostData;
    Policy "POLICY" PostData;
    Publication "PUBLICATION" PostData;
    PublicationTable "PUBLICATION TABLE" PostData;
    PublicationSchema "PUBLICATION TABLES IN SCHEMA" PostData;
    Subscription "SUBSCRIPTION" PostData;
    DefaultAcl "DEFAULT ACL" PostData;
    EventTrigger "EVENT TRIGGER" PostData;
    Refresh "MATERIALIZED VIEW DATA" PostData;
    Comment "COMMENT" PreData;
    SecurityLabel "SECURITY LABEL" PreData;
    Acl "ACL" PreData;
}

impl Kind {
    /// The kind with this label.
    pub fn from_label(label: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.label() == label)
    }

    /// Whether `ALTER … OWNER TO` exists for it. Indexes, constraints, triggers, policies, rules and default
    /// privileges follow their table or role.
    pub fn has_owner(self) -> bool {
        matches!(
            self,
            Kind::Database
                | Kind::Schema
                | Kind::Language
                | Kind::Collation
                | Kind::Type
                | Kind::Domain
                | Kind::Function
                | Kind::Procedure
                | Kind::Aggregate
                | Kind::Operator
                | Kind::OperatorFamily
                | Kind::OperatorClass
                | Kind::Conversion
                | Kind::TextSearchDictionary
                | Kind::TextSearchConfiguration
                | Kind::ForeignDataWrapper
                | Kind::ForeignServer
                | Kind::Table
                | Kind::ForeignTable
                | Kind::View
                | Kind::MaterializedView
                | Kind::Sequence
                | Kind::Statistics
                | Kind::LargeObject
                | Kind::Publication
                | Kind::Subscription
                | Kind::EventTrigger
                | Kind::Tablespace
        )
    }

    /// Whether it belongs to the whole cluster and not to a database: restored only where that is asked for, and before
    /// everything else. What is said about such an object (a comment, its privileges) goes with it.
    pub fn is_global(self) -> bool {
        matches!(
            self,
            Kind::Role
                | Kind::RoleAttributes
                | Kind::RolePassword
                | Kind::RoleSettings
                | Kind::RoleMembership
                | Kind::Tablespace
                | Kind::TablespaceOptions
                | Kind::ParameterAcl
        )
    }

    /// When a restore runs it.
    pub fn pass(self) -> Pass {
        match self {
            Kind::Acl | Kind::DefaultAcl => Pass::Acl,
            Kind::EventTrigger | Kind::Refresh | Kind::StatisticsData => Pass::Last,
            _ => Pass::Main,
        }
    }
}

impl Serialize for Kind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.label())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let label = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Kind::from_label(&label).ok_or_else(|| serde::de::Error::custom(format_args!("unknown object kind {label:?}")))
    }
}
