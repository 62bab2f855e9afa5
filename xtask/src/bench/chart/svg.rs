//! Writes one SVG picture: shapes with classes, texts, a title and a description.

use std::fmt::Write as _;

use super::palette::Palette;

/// How wide every chart is, in its own units, and the space at its edges.
pub(super) const WIDTH: f64 = 760.0;
pub(super) const EDGE: f64 = 20.0;

const STYLE: &str = "text{font:12px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;\
font-variant-numeric:tabular-nums}.title{font-size:16px;font-weight:600}.head{font-weight:600}\
.end{text-anchor:end}.middle{text-anchor:middle}.floor{fill:none;stroke-dasharray:3 2}\
.aim{stroke-dasharray:5 4;stroke-width:1.5}.round{stroke-width:1;stroke-opacity:.55}\
.ours-line,.second-line,.peer-line,.floor-line{fill:none;stroke-width:2}.guide{stroke-dasharray:1 3}";

/// A picture while it is drawn.
pub(super) struct Svg {
    body: String,
}

impl Svg {
    pub(super) fn new() -> Self {
        Self { body: String::new() }
    }

    /// A rectangle with corners of this radius.
    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), radius: f64, class: &str) {
        let [x, y, width, height] = [x, y, width.max(1.0), height].map(short);
        self.push(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" class=\"{class}\"/>"
        ));
    }

    pub(super) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), class: &str) {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(short);
        self.push(format_args!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" class=\"{class}\"/>"));
    }

    pub(super) fn dot(&mut self, (x, y): (f64, f64), radius: f64, class: &str) {
        let [x, y] = [x, y].map(short);
        self.push(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" class=\"{class}\"/>"));
    }

    /// A way through these points.
    pub(super) fn way(&mut self, points: &[(f64, f64)], class: &str) {
        let points: Vec<String> =
            points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
        self.push(format_args!("<polyline points=\"{}\" class=\"{class}\"/>", points.join(" ")));
    }

    /// A line of text on its base line.
    pub(super) fn text(&mut self, (x, y): (f64, f64), class: &str, text: &str) {
        let [x, y] = [x, y].map(short);
        self.push(format_args!("<text x=\"{x}\" y=\"{y}\" class=\"{class}\">{}</text>", escaped(text)));
    }

    /// The picture on its card.
    pub(super) fn finish(self, height: f64, title: &str, description: &str, palette: &Palette) -> String {
        let (title, description) = (escaped(title), escaped(description));
        let [inner_width, inner_height, height] = [WIDTH - 1.0, height - 1.0, height].map(short);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\" role=\"img\" aria-labelledby=\"title description\">\n\
             <title id=\"title\">{title}</title>\n<desc id=\"description\">{description}</desc>\n\
             <style>{STYLE}{}</style>\n\
             <rect x=\"0.5\" y=\"0.5\" width=\"{inner_width}\" height=\"{inner_height}\" rx=\"10\" class=\"card\"/>\n\
             <text x=\"{EDGE}\" y=\"32\" class=\"title\">{title}</text>\n{}</svg>\n",
            palette.css, self.body
        )
    }

    fn push(&mut self, shape: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.body, "{shape}");
    }
}

/// A number to a tenth.
fn short(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// Text as XML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_escaped_and_there_for_all() {
        let mut svg = Svg::new();
        svg.text((1.04, 2.96), "head", "a < b & \"c\"");
        svg.rect((0.0, 0.0), (0.0, 3.0), 0.0, "ours");
        let picture = svg.finish(80.0, "Fast & small", "A is <1.", &Palette { css: ".x{fill:red}".into() });
        assert!(picture.contains("<text x=\"1\" y=\"3\" class=\"head\">a &lt; b &amp; &quot;c&quot;</text>"));
        assert!(picture.contains("<title id=\"title\">Fast &amp; small</title>"));
        assert!(picture.contains("<desc id=\"description\">A is &lt;1.</desc>"));
        // What is next to nothing is still to be seen.
        assert!(picture.contains("width=\"1\" height=\"3\""));
    }
}
