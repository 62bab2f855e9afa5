//! The course structure of cmi5: a course with one unit, which is launched in the same window or another.

use super::Told;

pub(super) fn manifest(told: &Told) -> String {
    let Told { name, title, description, lang, launch, .. } = told;
    let share = told.share();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:delivery-lab:course:{name}">
    <title><langstring lang="{lang}">{title}</langstring></title>
    <description><langstring lang="{lang}">{description}</langstring></description>
  </course>
  <au id="urn:delivery-lab:unit:{name}" moveOn="CompletedOrPassed" masteryScore="{share}" launchMethod="AnyWindow">
    <title><langstring lang="{lang}">{title}</langstring></title>
    <description><langstring lang="{lang}">{description}</langstring></description>
    <url>{launch}</url>
  </au>
</courseStructure>
"#
    )
}
