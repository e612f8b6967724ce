//! TLS by rustls: what `sslmode`, `sslrootcert`, `sslcert` and `sslkey` mean.
//!
//! As in libpq a root certificate that is there is used whatever the mode: `require` with a root file verifies the chain. Without one
//! `prefer`, `allow` and `require` encrypt and trust anybody.

mod error;
mod verify;

use std::{
    fs, io,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _},
    path::Path,
    sync::Arc,
};

use rustls::{
    ClientConfig, RootCertStore,
    crypto::{CryptoProvider, ring},
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem, pem::PemObject as _},
    version::{TLS12, TLS13},
};
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect as _};
use tokio_postgres_rustls_improved::MakeRustlsConnect;

pub use error::TlsError;

use super::{
    drive,
    settings::{Host, RootCertificates, SslMode, TlsSettings, TlsVersion},
    socket::{Guard, Socket, Stop, Wire},
    transport::SecureWire,
};
use verify::{Trust, Verifier};

/// Bytes read ahead of TLS, which itself asks for a few KiB at a time.
const READ_AHEAD: usize = 256 << 10;

/// Makes TLS streams by the settings; built once, used by all connections and cancel requests of a run.
#[derive(Clone)]
pub(in crate::server) struct Connector {
    make: MakeRustlsConnect,
    names_host: bool,
}

impl Connector {
    /// Reads the certificates that the settings name.
    pub(in crate::server) fn new(settings: &TlsSettings) -> Result<Self, TlsError> {
        let provider = Arc::new(ring::default_provider());
        let verifier = Verifier { trust: trust(settings)?, algorithms: provider.signature_verification_algorithms };
        let names_host = settings.mode == SslMode::VerifyFull;
        let config = client_config(settings, provider, verifier)?;
        Ok(Connector { make: MakeRustlsConnect::new(config), names_host })
    }

    /// The handshake.
    pub(in crate::server) fn secure(
        &self,
        host: &Host,
        mut wire: Wire,
        socket: &Socket,
        guard: &Guard,
    ) -> Result<SecureWire, Failure> {
        let name = match host.address {
            Some(address) if host.name.is_empty() => address.to_string(),
            _ => host.name.clone(),
        };
        // An absolute name (`db.example.`) and the name without its dot are the same host.
        let name = name.strip_suffix('.').unwrap_or(&name);
        if self.names_host && host.name.is_empty() {
            return Err(Failure::Tls(TlsError::NoHostName));
        }
        let name = match ServerName::try_from(name) {
            Ok(_) => name,
            Err(_) if self.names_host => return Err(Failure::Tls(TlsError::NoHostName)),
            // The name is not verified; rustls only wants to have one.
            Err(_) => "unnamed.invalid",
        };
        wire.read_ahead(READ_AHEAD);
        let mut make = self.make.clone();
        let connect = MakeTlsConnect::<Wire>::make_tls_connect(&mut make, name);
        let connect = connect.map_err(|_| Failure::Tls(TlsError::NoHostName))?;
        let outcome = drive::run(socket, guard, connect.connect(wire)).map_err(Failure::Stop)?;
        outcome.map_err(|source| Failure::Tls(TlsError::Handshake(source)))
    }
}

/// Why there is no TLS stream.
pub(in crate::server) enum Failure {
    Stop(Stop),
    Tls(TlsError),
}

fn client_config(
    settings: &TlsSettings,
    provider: Arc<CryptoProvider>,
    verifier: Verifier,
) -> Result<ClientConfig, TlsError> {
    let versions: &[_] = match (settings.oldest, settings.newest) {
        (TlsVersion::V1_2, TlsVersion::V1_2) => &[&TLS12],
        (TlsVersion::V1_3, _) => &[&TLS13],
        (TlsVersion::V1_2, TlsVersion::V1_3) => &[&TLS13, &TLS12],
    };
    let builder = ClientConfig::builder_with_provider(provider)
        .with_protocol_versions(versions)
        .map_err(TlsError::Rustls)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier));
    let mut config = match client_certificate(settings)? {
        Some((chain, key)) => builder.with_client_auth_cert(chain, key).map_err(TlsError::Rustls)?,
        None => builder.with_no_client_auth(),
    };
    config.enable_sni = settings.send_name;
    // Servers 17 and newer demand it when the handshake comes first; older ones overlook it.
    config.alpn_protocols = vec![b"postgresql".to_vec()];
    Ok(config)
}

/// Whom the settings trust.
fn trust(settings: &TlsSettings) -> Result<Trust, TlsError> {
    let certificates = match &settings.roots {
        RootCertificates::System => rustls_native_certs::load_native_certs().certs,
        // As in libpq, a file that was named but is not there matters only when something must be verified.
        RootCertificates::File(path) if path.exists() => read_certificates(path)?,
        RootCertificates::File(path) if settings.mode >= SslMode::VerifyCa => {
            return Err(TlsError::NoRoots { path: Some(path.clone()) });
        }
        RootCertificates::None if settings.mode >= SslMode::VerifyCa => return Err(TlsError::NoRoots { path: None }),
        _ => return Ok(Trust::Anybody),
    };
    let mut roots = RootCertStore::empty();
    let (added, _unreadable) = roots.add_parsable_certificates(certificates.iter().cloned());
    if added == 0 {
        return Err(TlsError::NoRoots { path: None });
    }
    Ok(Trust::Authorities { roots, listed: certificates, name: settings.mode == SslMode::VerifyFull })
}

fn read_certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let broken = |error| pem_error(path, error);
    CertificateDer::pem_file_iter(path).map_err(broken)?.collect::<Result<_, _>>().map_err(broken)
}

/// The client's certificate chain and key, when the files are there.
fn client_certificate(
    settings: &TlsSettings,
) -> Result<Option<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)>, TlsError> {
    let Some(certificate) = settings.certificate.as_deref().filter(|path| path.exists()) else { return Ok(None) };
    let Some(key) = settings.key.as_deref() else {
        return Err(TlsError::NoKey { certificate: certificate.to_owned() });
    };
    let metadata = fs::metadata(key).map_err(|source| TlsError::File { path: key.to_owned(), source })?;
    // A key of root's may be readable by a group: that is how servers share one with their clients.
    let forbidden = if metadata.uid() == 0 { 0o037 } else { 0o077 };
    if !metadata.is_file() || metadata.permissions().mode() & forbidden != 0 {
        return Err(TlsError::KeyPermissions { path: key.to_owned() });
    }
    let chain = read_certificates(certificate)?;
    let key = PrivateKeyDer::from_pem_file(key).map_err(|error| pem_error(key, error))?;
    Ok(Some((chain, key)))
}

fn pem_error(path: &Path, error: pem::Error) -> TlsError {
    match error {
        pem::Error::Io(source) => TlsError::File { path: path.to_owned(), source },
        other => TlsError::File { path: path.to_owned(), source: io::Error::new(io::ErrorKind::InvalidData, other) },
    }
}
