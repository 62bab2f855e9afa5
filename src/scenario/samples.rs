//! The built-in scenarios, written as Rust values.

use chrono::NaiveDate;

use super::activity::{
    Activity, ContinuousDeliverySettings, IncrementalQuerySettings, QuerySettings, RecurringDeliverySettings,
    SchedulerSettings, Settings, Transition,
};
use super::creative::{Creative, DeliveryTemplate};
use super::kept::Kept;
use super::properties::{CampaignApprovals, DeliveryProperties, TechnicalWorkflows};
use super::reactions::Reactions;
use super::{Scenario, Workflow};
use crate::base::rest::Rest;
use crate::people::{Condition, Operator, PopulationSpec, Scalar};
use crate::schedule::{Frequency, Month, MonthDay, Monthly, Months, Schedule, TimeOfDay, Weekday};

/// A built-in scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// One clock, one population, a recurring and a continuous branch, weekly: the default.
    SideBySide,
    /// Scheduler → Query → Recurring delivery, weekly.
    RecurringWeekly,
    /// Incremental query with its own schedule → Continuous delivery, weekly.
    ContinuousWeekly,
    /// The birthday message: daily, recurring (`send-a-birthday-email` page).
    Birthday,
    /// The welcome message: daily, incremental, continuous, for those who joined lately.
    Welcome,
    /// The seasonal list: four times a year with a history of 270 days (`quarterly-list-update` page).
    SeasonalList,
}

impl Sample {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::SideBySide,
        Self::RecurringWeekly,
        Self::ContinuousWeekly,
        Self::Birthday,
        Self::Welcome,
        Self::SeasonalList,
    ];

    /// The name used on the command line, in links and as an attribute.
    pub fn name(self) -> &'static str {
        match self {
            Self::SideBySide => "side-by-side",
            Self::RecurringWeekly => "recurring-weekly",
            Self::ContinuousWeekly => "continuous-weekly",
            Self::Birthday => "birthday",
            Self::Welcome => "welcome",
            Self::SeasonalList => "seasonal-list",
        }
    }

    /// The sample of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sample| sample.name() == name)
    }

    /// The scenario itself.
    pub fn scenario(self) -> Scenario {
        match self {
            Self::SideBySide => side_by_side(),
            Self::RecurringWeekly => weekly("Weekly newsletter, recurring", &recurring_branch(60)),
            Self::ContinuousWeekly => weekly("Weekly welcome, continuous", &continuous_branch(60)),
            Self::Birthday => birthday(),
            Self::Welcome => welcome(),
            Self::SeasonalList => seasonal_list(),
        }
    }
}

/// Activities in drawing order; each leads to the next.
type Branch = Vec<Activity>;

fn side_by_side() -> Scenario {
    let branches = [recurring_branch(60), continuous_branch(220)];
    scenario("Side by side", &branches)
}

fn weekly(name: &str, branch: &[Activity]) -> Scenario {
    scenario(name, &[branch.to_vec()])
}

fn birthday() -> Scenario {
    let branch = vec![
        scheduler(0, 60, Schedule::daily(TimeOfDay::new(6, 0))),
        query("query", 1, 60, Condition::is("birthDate", Operator::IsAnniversary)),
        recurring(2, 60, "Birthday e-mail", "birthdayMail", birthday_creative()),
    ];
    scenario("Birthday e-mail", &[branch])
}

fn welcome() -> Scenario {
    let lately = Condition::compares("created", Operator::WithinLastDays, Scalar::Integer(14));
    let branch = vec![
        incremental(0, 60, lately, Schedule::daily(TimeOfDay::new(8, 0)), 0),
        continuous(2, 60, "Welcome e-mail", "welcomeMail"),
    ];
    scenario("Welcome e-mail", &[branch])
}

fn seasonal_list() -> Scenario {
    let seasons = Monthly {
        months: Months::on([Month::March, Month::June, Month::September, Month::December]),
        day: MonthDay::On(20),
        time: TimeOfDay::new(9, 0),
        rest: Rest::new(),
    };
    let schedule = Frequency::Monthly(seasons).into();
    let tier = |name: &str| Condition::compares("loyalty", Operator::Equals, Scalar::Text(name.into()));
    let gold = Condition::any(vec![tier("gold"), tier("silver")]);
    let branch =
        vec![incremental(0, 60, gold, schedule, 270), continuous(2, 60, "Seasonal offer", "seasonalOffer")];
    scenario("Seasonal list", &[branch])
}

fn recurring_branch(y: i32) -> Branch {
    vec![
        scheduler(0, y, monday_at_nine()),
        query("query", 1, y, newsletter()),
        recurring(2, y, "Weekly newsletter", "newsletterMail", newsletter_creative()),
    ]
}

fn continuous_branch(y: i32) -> Branch {
    vec![
        incremental(1, y, newsletter(), monday_at_nine(), 0),
        continuous(2, y, "Welcome e-mail", "welcomeMail"),
    ]
}

fn monday_at_nine() -> Schedule {
    Schedule::weekly(Weekday::Monday, TimeOfDay::new(9, 0))
}

fn newsletter() -> Condition {
    Condition::all(vec![
        Condition::is("newsletter", Operator::IsTrue),
        Condition::is("email", Operator::IsNotEmpty),
    ])
}

/// The left edge of a column of the drawing.
fn column_x(column: i32) -> i32 {
    40 + 300 * column
}

fn activity(name: &str, label: &str, column: i32, y: i32, settings: Settings) -> Activity {
    Activity::new(name, label, (column_x(column), y), settings)
}

fn scheduler(column: i32, y: i32, schedule: Schedule) -> Activity {
    let settings = SchedulerSettings { schedule, rest: Rest::new() };
    activity("scheduler", "Scheduler", column, y, Settings::Scheduler(settings))
}

fn query(name: &str, column: i32, y: i32, condition: Condition) -> Activity {
    activity(name, "Query", column, y, Settings::Query(QuerySettings::of(condition)))
}

fn incremental(column: i32, y: i32, condition: Condition, schedule: Schedule, history_days: u32) -> Activity {
    let settings = IncrementalQuerySettings {
        condition,
        schedule: Some(schedule),
        history_days,
        keep_history: true,
        rest: Rest::new(),
    };
    activity("incremental", "Incremental query", column, y, Settings::IncrementalQuery(settings))
}

fn recurring(column: i32, y: i32, label: &str, template: &str, creative: Creative) -> Activity {
    let settings = RecurringDeliverySettings {
        template: template.into(),
        delivery_code: String::new(),
        creative,
        properties: DeliveryProperties::default(),
        rest: Rest::new(),
    };
    activity("recurring", label, column, y, Settings::RecurringDelivery(settings))
}

fn continuous(column: i32, y: i32, label: &str, template: &str) -> Activity {
    let settings =
        ContinuousDeliverySettings { template: template.into(), process_errors: false, rest: Rest::new() };
    activity("continuous", label, column, y, Settings::ContinuousDelivery(settings))
}

fn scenario(name: &str, branches: &[Branch]) -> Scenario {
    let transitions = branches
        .iter()
        .flat_map(|branch| branch.windows(2))
        .filter_map(|pair| Some((pair.first()?, pair.get(1)?)))
        .map(|(from, to)| Transition::new(&from.name, &to.name))
        .collect();
    let activities = branches.iter().flatten().cloned().collect();
    Scenario {
        name: name.into(),
        // A Monday, so that the simulated weeks are calendar weeks.
        start: NaiveDate::from_ymd_opt(2026, 1, 5).unwrap_or_default(),
        weeks: 52,
        seed: 1,
        population: PopulationSpec::default(),
        reactions: Reactions::default(),
        templates: templates(),
        workflow: Workflow { activities, transitions, ..Workflow::default() },
        sub_workflows: Vec::new(),
        lists: Vec::new(),
        services: Vec::new(),
        approvals: CampaignApprovals::default(),
        technical: TechnicalWorkflows::default(),
        interventions: Vec::new(),
        rest: Rest::new(),
        kept: Kept::default(),
    }
}

fn templates() -> Vec<DeliveryTemplate> {
    let template = |name: &str, label: &str, built_in, creative| DeliveryTemplate {
        name: name.into(),
        label: label.into(),
        built_in,
        creative,
        computed_label: None,
        properties: DeliveryProperties::default(),
        rest: Rest::new(),
    };
    vec![
        template("mail", "E-mail delivery (mail)", true, Creative::default()),
        template("newsletterMail", "Newsletter", false, newsletter_creative()),
        template("welcomeMail", "Welcome", false, welcome_creative()),
        template("birthdayMail", "Birthday", false, birthday_creative()),
        template("seasonalOffer", "Seasonal offer", false, seasonal_creative()),
    ]
}

fn creative(subject: &str, body: &str, links: &[&str]) -> Creative {
    let links = links.iter().map(|link| format!("https://shop.example.com/{link}")).collect();
    Creative { subject: subject.into(), body: body.into(), links, ..Creative::default() }
}

fn newsletter_creative() -> Creative {
    creative(
        "This week at the garden shop",
        "Three ideas for your garden this week, and what is in season.",
        &["ideas", "season", "shops"],
    )
}

fn welcome_creative() -> Creative {
    creative(
        "Welcome to the garden shop",
        "Good to have you here. This is how to begin.",
        &["begin", "account"],
    )
}

fn birthday_creative() -> Creative {
    creative("A present for your birthday", "Happy birthday! Choose a plant, it is on us.", &["present"])
}

fn seasonal_creative() -> Creative {
    creative("The new season is here", "Your early look at the new season.", &["season", "order"])
}
