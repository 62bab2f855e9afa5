//! Invents people: every value is a draw keyed by seed, attribute and recipient, so none disturbs another.

use super::column::NO_DAY;
use super::names::{FAMILY_NAMES, GIVEN_NAMES, GivenName, Town, push_ascii, town_at};
use super::schema::LOYALTY_TIERS;
use crate::base::chance::Key;
use crate::base::people_set::RecipientIdx;
use crate::base::time::{DAY_SECS, SimSpan, SimTime};

/// Seconds in a week.
pub(super) const WEEK_SECS: i64 = 7 * DAY_SECS;

/// Draws the values of any recipient in any order.
#[derive(Clone, Debug)]
pub(super) struct Generator {
    start: SimTime,
    initial: u32,
    joins_per_week: u32,
    missing_email: u32,
    keys: Keys,
}

/// One key for each attribute; a recipient's number is added last.
#[derive(Clone, Debug)]
struct Keys {
    given_name: Key,
    family_name: Key,
    domain: Key,
    missing_email: Key,
    birth_date: Key,
    missing_birth_date: Key,
    gender: Key,
    town: Key,
    language: Key,
    newsletter: Key,
    loyalty: Key,
    points: Key,
    created: Key,
    email_format: Key,
    black_list: Key,
    joined: Key,
    mobile_phone: Key,
}

impl Generator {
    /// A source of people of whom `initial` are there at `start` and `joins_per_week` follow each week.
    pub(super) fn new(
        seed: u64,
        start: SimTime,
        initial: u32,
        joins_per_week: u32,
        missing_email: u32,
    ) -> Self {
        let root = Key::of_seed(seed).named("recipient");
        let keys = Keys {
            given_name: root.named("firstName"),
            family_name: root.named("lastName"),
            domain: root.named("email"),
            missing_email: root.named("missingEmail"),
            birth_date: root.named("birthDate"),
            missing_birth_date: root.named("missingBirthDate"),
            gender: root.named("gender"),
            town: root.named("city"),
            language: root.named("language"),
            newsletter: root.named("newsletter"),
            loyalty: root.named("loyalty"),
            points: root.named("points"),
            created: root.named("created"),
            email_format: root.named("emailFormat"),
            black_list: root.named("blackList"),
            joined: root.named("joined"),
            mobile_phone: root.named("mobilePhone"),
        };
        Self { start, initial, joins_per_week, missing_email, keys }
    }

    /// When the recipient joins; one second before the start for those who are there from the start.
    pub(super) fn joined_at(&self, recipient: RecipientIdx) -> SimTime {
        let Some(joiner) = recipient.checked_sub(self.initial) else {
            return self.start - SimSpan::from_secs(1);
        };
        let week = i64::from(joiner / self.joins_per_week.max(1));
        let within = self.keys.joined.with(u64::from(recipient)).below(WEEK_SECS as u64) as i64;
        self.start + SimSpan::from_secs(week * WEEK_SECS + within)
    }

    pub(super) fn first_name(&self, recipient: RecipientIdx) -> &'static str {
        self.given_name(recipient).name
    }

    pub(super) fn last_name(&self, recipient: RecipientIdx) -> &'static str {
        let at = self.keys.family_name.with(u64::from(recipient)).below(FAMILY_NAMES.len() as u64);
        FAMILY_NAMES[at as usize]
    }

    pub(super) fn has_email(&self, recipient: RecipientIdx) -> bool {
        !self.keys.missing_email.with(u64::from(recipient)).happens(self.missing_email)
    }

    /// The address, empty for those who have none. The number in it makes it unique.
    pub(super) fn email(&self, recipient: RecipientIdx) -> String {
        const DOMAINS: [&str; 3] = ["example.com", "example.org", "example.net"];
        let mut email = String::new();
        if self.has_email(recipient) {
            push_ascii(self.first_name(recipient), &mut email);
            email.push('.');
            push_ascii(self.last_name(recipient), &mut email);
            let domain = self.keys.domain.with(u64::from(recipient)).below(DOMAINS.len() as u64);
            email.push_str(&format!("{}@{}", recipient + 1, DOMAINS[domain as usize]));
        }
        email
    }

    pub(super) fn has_mobile_phone(&self, recipient: RecipientIdx) -> bool {
        self.keys.mobile_phone.with(u64::from(recipient)).happens(8_000)
    }

    /// The mobile number, empty for those who have none. No country has the code 999, so it is nobody's number.
    pub(super) fn mobile_phone(&self, recipient: RecipientIdx) -> String {
        if self.has_mobile_phone(recipient) {
            format!("+99970{:07}", u64::from(recipient) + 1)
        } else {
            String::new()
        }
    }

    /// A day that makes the person 18 to 90 years old at the start; a few have none on file.
    pub(super) fn birth_day(&self, recipient: RecipientIdx) -> i32 {
        const YOUNGEST: i64 = 18 * 365 + 5;
        const OLDEST: i64 = 90 * 365 + 22;
        let key = self.keys.birth_date.with(u64::from(recipient));
        if self.keys.missing_birth_date.with(u64::from(recipient)).happens(200) {
            return NO_DAY;
        }
        // The mean of two draws: more people in the middle of the range than at its ends.
        let range = (OLDEST - YOUNGEST) as u64;
        let age_days = YOUNGEST + ((key.with(0).below(range) + key.with(1).below(range)) / 2) as i64;
        (self.start.day_number() - age_days) as i32
    }

    /// Goes with the given name; a few have none on file.
    pub(super) fn gender(&self, recipient: RecipientIdx) -> &'static str {
        let missing = self.keys.gender.with(u64::from(recipient)).happens(600);
        if missing { "" } else { self.given_name(recipient).gender }
    }

    pub(super) fn town(&self, recipient: RecipientIdx) -> &'static Town {
        town_at(self.keys.town.with(u64::from(recipient)).below(1_000))
    }

    /// The language of the country for nine in ten, else English.
    pub(super) fn language(&self, recipient: RecipientIdx) -> &'static str {
        let local = self.keys.language.with(u64::from(recipient)).happens(9_000);
        if local { self.town(recipient).language } else { "en" }
    }

    pub(super) fn newsletter(&self, recipient: RecipientIdx) -> bool {
        self.keys.newsletter.with(u64::from(recipient)).happens(6_200)
    }

    pub(super) fn loyalty(&self, recipient: RecipientIdx) -> &'static str {
        LOYALTY_TIERS[self.loyalty_tier(recipient)]
    }

    /// More in a higher tier.
    pub(super) fn points(&self, recipient: RecipientIdx) -> i64 {
        const RANGES: [(i64, u64); 4] = [(0, 200), (200, 800), (1_000, 2_000), (3_000, 5_000)];
        let (least, more) = RANGES[self.loyalty_tier(recipient)];
        least + self.keys.points.with(u64::from(recipient)).below(more) as i64
    }

    /// Up to five years before the start; the day of joining for those who join later.
    pub(super) fn created_day(&self, recipient: RecipientIdx) -> i32 {
        if recipient >= self.initial {
            return self.joined_at(recipient).day_number() as i32;
        }
        let age = 1 + self.keys.created.with(u64::from(recipient)).below(5 * 365) as i64;
        (self.start.day_number() - age) as i32
    }

    pub(super) fn email_format(&self, recipient: RecipientIdx) -> i64 {
        match self.keys.email_format.with(u64::from(recipient)).below(100) {
            0..8 => 0,
            8..15 => 1,
            _ => 2,
        }
    }

    /// One in a hundred of those there from the start has opted out already.
    pub(super) fn black_list(&self, recipient: RecipientIdx) -> bool {
        recipient < self.initial && self.keys.black_list.with(u64::from(recipient)).happens(100)
    }

    fn given_name(&self, recipient: RecipientIdx) -> &'static GivenName {
        let at = self.keys.given_name.with(u64::from(recipient)).below(GIVEN_NAMES.len() as u64);
        &GIVEN_NAMES[at as usize]
    }

    fn loyalty_tier(&self, recipient: RecipientIdx) -> usize {
        match self.keys.loyalty.with(u64::from(recipient)).below(100) {
            0..55 => 0,
            55..80 => 1,
            80..94 => 2,
            _ => 3,
        }
    }
}
