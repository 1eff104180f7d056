//! Charts as files, and the values that a chart shows under pointer and keyboard.

use super::samples::*;
use super::xml;
use crate::chart::{Caption, png};

fn caption() -> Caption {
    Caption {
        title: "People recorded as absconded: none of 2 figures is confirmed".to_owned(),
        subtitle: "People recorded as absconded, people".to_owned(),
        notes: vec![
            "Source: a report.".to_owned(),
            "The publisher, edition 3. https://record.example/".to_owned(),
        ],
    }
}

#[test]
fn a_file_stands_alone_with_title_words_standing_source_and_address() {
    let svg = absconders().to_file(&caption()).unwrap();
    xml::check(&svg.replace(char::is_control, ""));
    for words in
        ["xmlns=", "<style>", "none of 2", "more than", "not confirmed", "a report", "record.example"]
    {
        assert!(svg.contains(words), "{words}");
    }
    assert!(!svg.contains("var(--") && !svg.contains("href="), "it needs nothing from a page");
}

#[test]
fn one_chart_gives_the_same_picture_every_time() {
    let svg = absconders().to_file(&caption()).unwrap();
    let picture = png(&svg, 1).unwrap();
    assert!(picture.starts_with(b"\x89PNG") && picture.len() < 60_000, "{} bytes", picture.len());
    assert_eq!(png(&svg, 1).unwrap(), picture);
}

#[test]
fn letters_of_welsh_are_painted() {
    let painted = |title: &str| {
        let caption = Caption { title: title.to_owned(), ..caption() };
        png(&absconders().to_file(&caption).unwrap(), 1).unwrap()
    };
    // A letter that the font lacks is painted as the same box as any other.
    assert_ne!(painted("ŵ"), painted("ŷ"));
    assert_ne!(painted("ŵ"), painted("w"));
}

#[test]
fn each_row_leads_to_its_figure_and_shows_how_its_words_are_read() {
    let mut chart = absconders();
    for (number, row) in chart.rows.iter_mut().enumerate() {
        row.row = Some(format!("#figure-{number}"));
    }
    let svg = chart.to_svg().unwrap();
    xml::check(&svg);
    assert_eq!(svg.matches("<a class=\"stop\"").count(), 2 * chart.rows.len());
    assert!(svg.contains("role=\"group\"") && svg.contains("href=\"#figure-0\""));
    assert!(svg.contains("read as just over 53,000 to 54,060"), "{svg}");
}

#[test]
fn a_chart_of_more_dates_than_one_tabs_through_has_no_stops_but_titles() {
    let mut chart = two_sources();
    for point in chart.series.iter_mut().flat_map(|series| &mut series.points) {
        point.row = Some("#figure".to_owned());
    }
    assert_eq!(chart.to_svg().unwrap().matches("<a class=\"stop\"").count(), 2 * 24);
    let mut later = chart.series[0].points[0].clone();
    later.about = month(24);
    chart.series[0].points.push(later);
    let svg = chart.to_svg().unwrap();
    assert!(!svg.contains("<a ") && svg.contains("role=\"img\""));
    assert_eq!(svg.matches("class=\"zone\"").count(), 25, "on a wide screen alone");
}
