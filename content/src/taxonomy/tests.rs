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

#[test]
fn each_consideration_has_one_plain_question_to_the_place() {
    let mut questions = std::collections::HashSet::new();
    for consideration in Consideration::all() {
        let question = consideration.question.as_str();
        assert!(question.ends_with('?') && question.matches(['?', '.', '!']).count() == 1, "{question}");
        assert!((20..=90).contains(&question.chars().count()), "{question}");
        assert!(questions.insert(question), "twice: {question}");
        let lower = question.to_lowercase();
        for of_a_person in ["borger", "diagnose", "syg", "lider", "fejler", "handicap", "problem", "hvorfor"]
        {
            assert!(!lower.contains(of_a_person), "{question}");
        }
    }
}

const GOOD: &str = "[[term]]\nslug = \"a\"\nlabel = \"A\"\nhelp = \"h\"\nsearch = [\"x\"]\n";

fn message(text: &str) -> String {
    parse::<Cooperation>("taxonomy/cooperation.toml", text).unwrap_err().to_string()
}

#[test]
fn mistakes_name_file_and_line() {
    assert!(parse::<Cooperation>("taxonomy/cooperation.toml", GOOD).is_ok());
    assert_eq!(message(&GOOD.repeat(2)), "content/taxonomy/cooperation.toml:7: duplicate slug “a”");
    assert_eq!(
        message(&GOOD.replace("label = \"A\"\n", "")),
        "content/taxonomy/cooperation.toml:1: missing field `label`"
    );
    assert_eq!(
        message(&GOOD.replace("\"a\"", "\"Å b\"")),
        "content/taxonomy/cooperation.toml:2: “Å b” is not a slug"
    );
    assert_eq!(
        message(&GOOD.replace("\"h\"", "\" \"")),
        "content/taxonomy/cooperation.toml:2: “a” has an empty help"
    );
    assert_eq!(
        message(&GOOD.replace("[\"x\"]", "[]")),
        "content/taxonomy/cooperation.toml:2: “a” has no search words"
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
