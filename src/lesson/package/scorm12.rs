//! The manifest of SCORM 1.2: one page, one organization with one item, the pass mark, and the files.

use super::Told;

pub(super) fn manifest(told: &Told) -> String {
    let Told { name, title, description, lang, launch, .. } = told;
    let (percent, files) = (told.mark.as_percent(), told.each_file("      <file href=\"", "\"/>\n"));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="delivery-lab-{name}" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
      <general>
        <title><langstring xml:lang="{lang}">{title}</langstring></title>
        <language>{lang}</language>
        <description><langstring xml:lang="{lang}">{description}</langstring></description>
      </general>
    </lom>
  </metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>{title}</title>
      <item identifier="item" identifierref="page" isvisible="true">
        <title>{title}</title>
        <adlcp:masteryscore>{percent}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="{launch}">
{files}    </resource>
  </resources>
</manifest>
"#
    )
}
