//! What can be wrong with TLS.

use std::{error::Error, io, path::PathBuf};

use rustls::CertificateError;

/// An error of TLS and its files.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// Something must be verified and there is nobody to trust.
    #[error("{}", match path {
        Some(path) => format!("root certificate file {} does not exist or holds no certificate", path.display()),
        None => "there is no root certificate to verify the server by".to_owned(),
    })]
    NoRoots {
        /// The file that was named.
        path: Option<PathBuf>,
    },
    /// A certificate or key file cannot be read.
    #[error("cannot read {}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        source: io::Error,
    },
    /// A client certificate without its key.
    #[error("client certificate {} has no private key", certificate.display())]
    NoKey {
        /// The certificate's file.
        certificate: PathBuf,
    },
    /// Others can read the private key.
    #[error("others may read private key {}", path.display())]
    KeyPermissions {
        /// The key's file.
        path: PathBuf,
    },
    /// The certificate must name the host, and no usable name was given.
    #[error("a verified connection needs the host's name")]
    NoHostName,
    /// The server does not speak TLS.
    #[error("the server does not offer TLS")]
    NotOffered,
    /// rustls does not take the settings.
    #[error("certificate or key is not usable")]
    Rustls(#[source] rustls::Error),
    /// The handshake failed.
    #[error("the TLS handshake failed")]
    Handshake(#[source] io::Error),
}

impl TlsError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        let advice = match self {
            TlsError::NoRoots { .. } => {
                "give sslrootcert=FILE with the authority's certificate, or sslrootcert=system, or another sslmode"
            }
            TlsError::NoKey { .. } => "give the key with sslkey=FILE",
            TlsError::KeyPermissions { .. } => "chmod 0600 the key",
            TlsError::NoHostName => "connect by the name that the server's certificate holds",
            TlsError::NotOffered => "set ssl = on at the server, or use sslmode=prefer",
            TlsError::Handshake(error) => return handshake_hint(error).map(str::to_owned),
            TlsError::File { .. } | TlsError::Rustls(_) => return None,
        };
        Some(advice.to_owned())
    }
}

fn handshake_hint(error: &io::Error) -> Option<&'static str> {
    let inner: &(dyn Error + Send + Sync) = error.get_ref()?;
    let rustls::Error::InvalidCertificate(reason) = inner.downcast_ref()? else { return None };
    Some(match reason {
        CertificateError::UnknownIssuer => {
            "sslrootcert must hold the certificate of the authority that signed the server's"
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "the server's certificate has expired",
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "connect by a name that the server's certificate holds as subjectAltName (the common name does not count), or use sslmode=verify-ca"
        }
        _ => return None,
    })
}
