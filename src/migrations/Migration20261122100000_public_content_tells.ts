import { Migration } from '@mikro-orm/migrations';

export class Migration20261122100000_public_content_tells extends Migration {
  override name = 'Migration20261122100000_public_content_tells';

  override up(): void | Promise<void> {
    this.addSql(
      `create or replace function "audience_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "audience" for each STATEMENT execute function "audience_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "district_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "district" for each STATEMENT execute function "district_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "grade_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "grade" for each STATEMENT execute function "grade_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "school_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "school" for each STATEMENT execute function "school_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "school_year_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "school_year" for each STATEMENT execute function "school_year_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "audience_target_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "audience_target" for each STATEMENT execute function "audience_target_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "calendar_day_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "calendar_day" for each STATEMENT execute function "calendar_day_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "policy_lecture_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "policy_lecture" for each STATEMENT execute function "policy_lecture_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "policy_document_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "policy_document" for each STATEMENT execute function "policy_document_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "policy_edition_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "policy_edition" for each STATEMENT execute function "policy_edition_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "segment_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "segment" for each STATEMENT execute function "segment_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "lecture_citation_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "lecture_citation" for each STATEMENT execute function "lecture_citation_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "lecturer_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "lecturer" for each STATEMENT execute function "lecturer_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "course_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "course" for each STATEMENT execute function "course_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "course_edition_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "course_edition" for each STATEMENT execute function "course_edition_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "course_citation_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "course_citation" for each STATEMENT execute function "course_citation_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "chapter_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "chapter" for each STATEMENT execute function "chapter_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "lesson_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "lesson" for each STATEMENT execute function "lesson_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "term_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "term" for each STATEMENT execute function "term_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "topic_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "topic" for each STATEMENT execute function "topic_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "policy_document_topic_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "policy_document_topic" for each STATEMENT execute function "policy_document_topic_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "lecture_topic_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "lecture_topic" for each STATEMENT execute function "lecture_topic_tells_of_change_fn"();`,
    );

    this.addSql(
      `create or replace function "course_topic_tells_of_change_fn"() returns trigger as \$\$ begin perform pg_notify('public_content', ''); return null; end; \$\$ language plpgsql;`,
    );
    this.addSql(
      `create trigger "tells_of_change" AFTER INSERT OR UPDATE OR DELETE on "course_topic" for each STATEMENT execute function "course_topic_tells_of_change_fn"();`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger if exists "tells_of_change" on "audience";`);
    this.addSql(`drop function if exists "audience_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "audience_target";`);
    this.addSql(`drop function if exists "audience_target_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "calendar_day";`);
    this.addSql(`drop function if exists "calendar_day_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "chapter";`);
    this.addSql(`drop function if exists "chapter_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "course";`);
    this.addSql(`drop function if exists "course_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "course_citation";`);
    this.addSql(`drop function if exists "course_citation_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "course_edition";`);
    this.addSql(`drop function if exists "course_edition_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "course_topic";`);
    this.addSql(`drop function if exists "course_topic_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "district";`);
    this.addSql(`drop function if exists "district_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "grade";`);
    this.addSql(`drop function if exists "grade_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "lecture_citation";`);
    this.addSql(`drop function if exists "lecture_citation_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "lecture_topic";`);
    this.addSql(`drop function if exists "lecture_topic_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "lecturer";`);
    this.addSql(`drop function if exists "lecturer_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "lesson";`);
    this.addSql(`drop function if exists "lesson_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "policy_document";`);
    this.addSql(`drop function if exists "policy_document_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "policy_document_topic";`);
    this.addSql(`drop function if exists "policy_document_topic_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "policy_edition";`);
    this.addSql(`drop function if exists "policy_edition_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "policy_lecture";`);
    this.addSql(`drop function if exists "policy_lecture_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "school";`);
    this.addSql(`drop function if exists "school_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "school_year";`);
    this.addSql(`drop function if exists "school_year_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "segment";`);
    this.addSql(`drop function if exists "segment_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "term";`);
    this.addSql(`drop function if exists "term_tells_of_change_fn"();`);

    this.addSql(`drop trigger if exists "tells_of_change" on "topic";`);
    this.addSql(`drop function if exists "topic_tells_of_change_fn"();`);
  }
}
