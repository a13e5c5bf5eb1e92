use super::*;

fn passes<T: Term>(expected: std::ops::RangeInclusive<usize>) {
    match load::<T>() {
        Ok(terms) => assert!(expected.contains(&terms.len()), "{}: {}", T::FILE, terms.len()),
        Err(fault) => panic!("{fault}"),
    }
}

#[test]
fn every_vocabulary_is_right() {
    passes::<Trade>(21..=21);
    passes::<Service>(105..=168);
    passes::<Scheme>(14..=20);
    passes::<Task>(19..=25);
    passes::<Consideration>(12..=20);
    passes::<Cooperation>(6..=6);
    passes::<Municipality>(11..=11);
}

#[test]
fn each_trade_has_five_to_eight_services() {
    for trade in Trade::all() {
        let count = trade.services().count();
        assert!((5..=8).contains(&count), "{}: {count}", trade.slug());
    }
}

#[test]
fn neighbours_exist_and_are_mutual() {
    for municipality in Municipality::all() {
        for slug in &municipality.neighbours {
            let neighbour = Ref::<Municipality>::parse(slug).unwrap();
            assert!(
                neighbour.neighbours.iter().any(|back| back == municipality.slug()),
                "{} and {slug}",
                municipality.slug()
            );
        }
    }
}

const GOOD: &str = "[[term]]\nslug = \"a\"\nlabel = \"A\"\nhelp = \"h\"\nsearch = [\"x\"]\n";

fn message(text: &str) -> String {
    parse::<Consideration>("taxonomy/considerations.toml", text).unwrap_err().to_string()
}

#[test]
fn mistakes_name_file_and_line() {
    assert!(parse::<Consideration>("taxonomy/considerations.toml", GOOD).is_ok());
    assert_eq!(message(&GOOD.repeat(2)), "content/taxonomy/considerations.toml:7: duplicate slug “a”");
    assert_eq!(
        message(&GOOD.replace("label = \"A\"\n", "")),
        "content/taxonomy/considerations.toml:1: missing field `label`"
    );
    assert_eq!(
        message(&GOOD.replace("\"a\"", "\"Å b\"")),
        "content/taxonomy/considerations.toml:2: “Å b” is not a slug"
    );
    assert_eq!(
        message(&GOOD.replace("\"h\"", "\" \"")),
        "content/taxonomy/considerations.toml:2: “a” has an empty help"
    );
    assert_eq!(
        message(&GOOD.replace("[\"x\"]", "[]")),
        "content/taxonomy/considerations.toml:2: “a” has no search words"
    );
}

#[test]
fn an_unknown_reference_names_its_line() {
    let text = "[[term]]\nslug = \"a\"\nlabel = \"A\"\nhelp = \"h\"\nsearch = [\"x\"]\ntrade = \"nope\"\n";
    let fault = parse::<Service>("taxonomy/services.toml", text).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "content/taxonomy/services.toml:6: “nope” is not a slug in content/taxonomy/trades.toml"
    );
}
