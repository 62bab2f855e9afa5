//! What random workflows are made of: the samples and a folder of scenario files, with their parts.

use std::path::Path;

use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::wire;
use serde_json::Value;

/// Scenario files as values.
pub struct Stock {
    /// Whole files.
    pub files: Vec<Value>,
    /// Every settings object of every activity.
    pub settings: Vec<Value>,
    /// Every intervention.
    pub interventions: Vec<Value>,
}

impl Stock {
    /// Reads the folder; files that are no JSON are left out.
    pub fn read(folder: &Path) -> Self {
        let mut files: Vec<Value> =
            Sample::ALL.iter().map(|sample| wire::to_value(&sample.scenario())).collect();
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut paths: Vec<_> =
            entries.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
        paths.sort();
        let texts = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
        files.extend(texts.filter_map(|text| serde_json::from_str(&text).ok()));
        for file in &mut files {
            // Small, so that millions can be tried.
            file["weeks"] = file["weeks"].as_u64().unwrap_or(1).min(5).into();
            if let Some(size) = file.pointer_mut("/population/size") {
                *size = size.as_u64().unwrap_or(10).min(30).into();
            }
        }
        let parts = |pointer: &str, field: Option<&str>| -> Vec<Value> {
            let lists = files.iter().filter_map(|file| file.pointer(pointer)?.as_array());
            lists.flatten().map(|one| field.map_or(one, |field| &one[field]).clone()).collect()
        };
        let settings = parts("/workflow/activities", Some("settings"));
        let interventions = parts("/interventions", None);
        Self { files, settings, interventions }
    }
}
