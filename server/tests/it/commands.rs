//! The program as it is started.

use std::process::{Command, Output};

use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use tempfile::TempDir;

fn samhandel(folder: &TempDir, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_samhandel"))
        .args(arguments)
        .env("DATA_DIR", folder.path().join("data"))
        .env_remove("DATABASE_URL")
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn wrong_settings_stop_the_start_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let file = folder.path().join("file");
    for (name, value, sentence) in [
        ("BIND", "nowhere", "invalid value 'nowhere' for '--bind <BIND>'"),
        ("BASE_URL", "example.dk", "invalid value 'example.dk' for '--base-url <BASE_URL>'"),
        ("DATABASE_URL", "mysql://x", "begins with neither sqlite: nor postgres://"),
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none", "the database does not answer"),
        ("DATA_DIR", file.to_str().unwrap(), "cannot be used"),
        ("SMTP_URL", "mail.example.dk", "SMTP_URL is no address like"),
        ("EDITORS", "redaktion", "not a mail address"),
        ("MAIL_FROM", "nobody", "invalid value 'nobody' for '--mail-from"),
        ("RUST_LOG", "server=nonsense", "RUST_LOG is not understood"),
    ] {
        let output = samhandel(&folder, &["serve"], &[(name, value)]);
        assert!(!output.status.success(), "{name}={value}");
        assert!(said(&output).contains(sentence), "{name}={value}: {}", said(&output));
    }
}

#[test]
fn a_port_in_use_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = samhandel(&folder, &["serve"], &[("BIND", &address)]);
    assert!(said(&output).contains("cannot be listened on"), "{}", said(&output));
}

#[test]
fn a_broken_database_file_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("samhandel.db"), "no database, but as long as one ".repeat(64)).unwrap();
    let output = samhandel(&folder, &["check"], &[]);
    assert!(!output.status.success());
    assert!(said(&output).starts_with("samhandel: the database"), "{}", said(&output));
}

#[tokio::test]
async fn a_locked_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    assert!(samhandel(&folder, &["check"], &[]).status.success());
    let file = folder.path().join("data/samhandel.db");
    let mut other = ConnectOptions::new(format!("sqlite://{}", file.display()));
    other.max_connections(1);
    let other = Database::connect(other).await.unwrap();
    other.execute_unprepared("BEGIN EXCLUSIVE").await.unwrap();
    let output = samhandel(&folder, &["reindex"], &[]);
    assert!(!output.status.success());
    assert!(said(&output).contains("locked by another program"), "{}", said(&output));
}

#[test]
fn listings_go_out_and_in_and_are_copied() {
    let folder = tempfile::tempdir().unwrap();
    let lines = folder.path().join("l.jsonl");
    let listing = r#"{"slug":"a","name":"A","state":"draft"}"#;
    std::fs::write(&lines, format!("{listing}\n{{\n")).unwrap();
    let lines = lines.to_str().unwrap();
    let imported = samhandel(&folder, &["import", lines], &[]);
    assert!(!imported.status.success());
    assert!(said(&imported).contains("line 2: "), "{}", said(&imported));
    let exported = samhandel(&folder, &["export"], &[]);
    assert_eq!(String::from_utf8_lossy(&exported.stdout).trim(), listing);
    let copy = folder.path().join("copy.db");
    assert!(samhandel(&folder, &["backup", copy.to_str().unwrap()], &[]).status.success());
    assert!(copy.exists());
    assert!(!samhandel(&folder, &["backup", copy.to_str().unwrap()], &[]).status.success());
    assert!(samhandel(&folder, &["reindex"], &[]).status.success());
    let checked = samhandel(&folder, &["check"], &[]);
    assert!(String::from_utf8_lossy(&checked.stdout).contains("at revision 2"));
}
