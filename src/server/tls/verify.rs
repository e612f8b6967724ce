//! Whether the server's certificate is to be believed.

use rustls::{
    CertificateError, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
    client::{
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
        verify_server_cert_signed_by_trust_anchor, verify_server_name,
    },
    crypto::{
        WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature, verify_tls13_signature_with_raw_key,
    },
    pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime},
    server::ParsedCertificate,
};

/// Whose certificates are accepted.
#[derive(Debug)]
pub(super) enum Trust {
    /// Everybody's: the connection is encrypted, the server may be anybody.
    Anybody,
    /// Those by authorities.
    Authorities {
        roots: RootCertStore,
        /// The certificates as listed: a server's own certificate may be among them (self-signed).
        listed: Vec<CertificateDer<'static>>,
        /// The certificate must name the host.
        name: bool,
    },
}

#[derive(Debug)]
pub(super) struct Verifier {
    pub(super) trust: Trust,
    pub(super) algorithms: WebPkiSupportedAlgorithms,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Trust::Authorities { roots, listed, name } = &self.trust else {
            return Ok(ServerCertVerified::assertion());
        };
        let parsed = ParsedCertificate::try_from(certificate)?;
        let chain = verify_server_cert_signed_by_trust_anchor(&parsed, roots, intermediates, now, self.algorithms.all);
        // webpki refuses a self-signed certificate as a server's even when the user lists that very certificate.
        let own = |error: &Error| !is_expired(error) && listed.iter().any(|own| own.as_ref() == certificate.as_ref());
        match chain {
            Err(error) if !own(&error) => return Err(error),
            _ => {}
        }
        if *name {
            verify_server_name(&parsed, server_name)?;
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        match (verify_tls13_signature(message, certificate, signed, &self.algorithms), &self.trust) {
            // webpki does not read X.509 version 1, which `openssl x509 -req` long made by default. Where
            // everybody is trusted, what counts is that the server holds the certificate's key.
            (Err(Error::InvalidCertificate(_)), Trust::Anybody) => {
                let key = public_key(certificate).ok_or(Error::InvalidCertificate(CertificateError::BadEncoding))?;
                let key = SubjectPublicKeyInfoDer::from(key);
                verify_tls13_signature_with_raw_key(message, &key, signed, &self.algorithms)
            }
            (outcome, _) => outcome,
        }
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

fn is_expired(error: &Error) -> bool {
    use CertificateError::{Expired, ExpiredContext, NotValidYet, NotValidYetContext};
    matches!(
        error,
        Error::InvalidCertificate(Expired | ExpiredContext { .. } | NotValidYet | NotValidYetContext { .. })
    )
}

/// The `SubjectPublicKeyInfo` of a certificate (RFC 5280 §4.1), read without looking at anything else.
fn public_key(certificate: &[u8]) -> Option<&[u8]> {
    const SEQUENCE: u8 = 0x30;
    const EXPLICIT_VERSION: u8 = 0xa0;
    let (_, _, signed) = element(certificate).filter(|(tag, ..)| *tag == SEQUENCE)?;
    let (_, _, mut fields) = element(signed).filter(|(tag, ..)| *tag == SEQUENCE)?;
    let (tag, whole, _) = element(fields)?;
    if tag == EXPLICIT_VERSION {
        fields = &fields[whole.len()..];
    }
    // Serial number, signature algorithm, issuer, validity, subject.
    for _ in 0..5 {
        let (_, whole, _) = element(fields)?;
        fields = &fields[whole.len()..];
    }
    let (tag, whole, _) = element(fields)?;
    (tag == SEQUENCE).then_some(whole)
}

/// The first DER element: its tag, all of it, and its content.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, header) = if first < 0x80 {
        (usize::from(first), 2)
    } else {
        let count = usize::from(first & 0x7f);
        let digits = rest.get(..count).filter(|_| (1..=4).contains(&count))?;
        let length = digits
            .iter()
            .try_fold(0usize, |length, &digit| length.checked_mul(256)?.checked_add(usize::from(digit)))?;
        (length, 2 + count)
    };
    let whole = bytes.get(..header.checked_add(length)?)?;
    Some((tag, whole, &whole[header..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_key_is_found_with_and_without_a_version() {
        // SEQUENCE { SEQUENCE { [0] version?, 5 fields, SEQUENCE key } }
        for version in [&[0xa0u8, 3, 2, 1, 2][..], &[]] {
            let mut fields = version.to_vec();
            fields.extend([2, 1, 9, 0x30, 0, 0x30, 0, 0x30, 0, 0x30, 0, 0x30, 2, 5, 0, 0xa3, 0]);
            let length = |bytes: &[u8]| u8::try_from(bytes.len()).expect("short");
            let mut signed = vec![0x30, length(&fields)];
            signed.extend(fields);
            let mut certificate = vec![0x30, 0x81, length(&signed)];
            certificate.extend(signed);
            assert_eq!(public_key(&certificate), Some(&[0x30u8, 2, 5, 0][..]));
            for cut in 0..certificate.len() {
                assert_eq!(public_key(&certificate[..cut]), None, "cut at {cut}");
            }
        }
    }
}
