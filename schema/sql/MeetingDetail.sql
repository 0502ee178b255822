-- MeetingDetail, asked as teacher-parent: answered by batches, not by statement (on record: Household)

-- Household
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          household_student hst
          join student stu on stu.id = hst.student_id
        where
          hst.household_id = _row.id
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    coalesce(
      (
        select
          string_agg(
            stu.name,
            '、'
            order by
              stu.id
          )
        from
          household_student hst
          join student stu on stu.id = hst.student_id
        where
          hst.household_id = _row.id
          and (
            stu.id = any ($3::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) || '家',
      '家庭'
    )
  ) as v2
from
  "household" _row
where
  (
    _row.id = any ($4::uuid[])
    and (
      _row.id = any ($5::uuid[])
      or exists (
        select
          1
        from
          household_student hs
          join class_membership m on m.student_id = hs.student_id
        where
          hs.household_id = _row.id
          and m.school_class_id = any ($2::uuid[])
          and m.status = 'ACTIVE'
      )
    )
  );

-- Household.guardians
select
  _parent.id,
  _found.*
from
  "household" _parent
  cross join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              stu.id
            from
              guardianship tie
              join student stu on stu.id = tie.student_id
            where
              tie.guardian_id = _row.id
              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
              and (
                stu.school_id = any ($1::uuid[])
                or exists (
                  select
                    1
                  from
                    class_membership m
                  where
                    m.student_id = stu.id
                    and m.school_class_id = any ($2::uuid[])
                    and m.status = 'ACTIVE'
                )
              )
          ) pupil (id)
      ) as v0,
      _row."id" as v1,
      (_row.id is not distinct from $3::uuid) as v2,
      (
        select
          json_build_array(p.name, p.phone)
        from
          person p
        where
          p.id = _row.person_id
      ) as v3
    from
      "household_guardian" _link
      join "guardian" _row on _row.id = _link."guardian_id"
    where
      (
        _link."household_id" = _parent.id
        and (
          _row.id = $3::uuid
          or _row.id = any (
            array(
              select
                tie.guardian_id
              from
                household_student hst
                join household_guardian hgd on hgd.household_id = hst.household_id
                join guardianship tie on tie.guardian_id = hgd.guardian_id
                and tie.student_id = hst.student_id
              where
                hst.household_id = any ($4::uuid[])
                and hst.student_id = any ($5::uuid[])
                and tie.status = 'ACTIVE'
                and tie.valid_from <= ($6::timestamptz at time zone 'Asia/Shanghai')::date
                and (
                  tie.valid_to is null
                  or tie.valid_to >= ($6::timestamptz at time zone 'Asia/Shanghai')::date
                )
            )
          )
          or exists (
            select
              1
            from
              guardianship g
              join class_membership m on m.student_id = g.student_id
            where
              g.guardian_id = _row.id
              and g.status in ('ACTIVE', 'PENDING')
              and m.school_class_id = any ($2::uuid[])
              and m.status = 'ACTIVE'
          )
        )
      )
    order by
      _row."created_at" asc,
      _row."id" asc
    limit
      $7::int
  ) _found
where
  _parent.id = any ($8::uuid[]);

-- Meeting
select
  _row."cancel_reason" as v0,
  _row."cancelled_at" as v1,
  _row."capacity" as v2,
  _row."ends_at" as v3,
  _row."id" as v4,
  _row."kind" as v5,
  _row."organiser_id" as v6,
  _row."place" as v7,
  _row."reply_by" as v8,
  _row."school_id" as v9,
  _row."scope" as v10,
  _row."starts_at" as v11,
  _row."status" as v12,
  _row."summary" as v13,
  _row."title" as v14
from
  "meeting" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.published_at is not null
        and _row.id = any (
          array(
            select
              inv.meeting_id
            from
              meeting_invitation_student ivs
              join meeting_invitation inv on inv.id = ivs.invitation_id
            where
              ivs.ended_at is null
              and ivs.student_id = any ($2::uuid[])
              and inv.household_id = any ($3::uuid[])
              and inv.status = 'INVITED'
          )
        )
      )
      or (
        _row.published_at is not null
        and _row.id = any (
          array(
            select
              mcl.meeting_id
            from
              meeting_class mcl
            where
              mcl.school_class_id = any ($4::uuid[])
          )
        )
      )
      or (
        _row.organiser_id = $5::uuid
        and _row.school_id = any ($6::uuid[])
      )
    )
  );

-- Meeting.agenda
select
  _parent.id,
  _found.*
from
  "meeting" _parent
  cross join lateral (
    select
      _row."duration_minutes" as v0,
      _row."id" as v1,
      _row."ordinal" as v2,
      _row."speaker" as v3,
      (
        (
          (
            _parent.published_at is not null
            and _parent.id = any (
              array(
                select
                  inv.meeting_id
                from
                  meeting_invitation_student ivs
                  join meeting_invitation inv on inv.id = ivs.invitation_id
                where
                  ivs.ended_at is null
                  and ivs.student_id = any ($1::uuid[])
                  and inv.household_id = any ($2::uuid[])
                  and inv.status = 'INVITED'
              )
            )
          )
          or (
            _parent.published_at is not null
            and _parent.id = any (
              array(
                select
                  mcl.meeting_id
                from
                  meeting_class mcl
                where
                  mcl.school_class_id = any ($3::uuid[])
              )
            )
          )
          or (
            _parent.organiser_id = $4::uuid
            and _parent.school_id = any ($5::uuid[])
          )
        )
      ) as v4,
      _row."title" as v5
    from
      "agenda_item" _row
    where
      (
        _row."meeting_id" = _parent.id
        and (
          (
            _parent.published_at is not null
            and _parent.id = any (
              array(
                select
                  inv.meeting_id
                from
                  meeting_invitation_student ivs
                  join meeting_invitation inv on inv.id = ivs.invitation_id
                where
                  ivs.ended_at is null
                  and ivs.student_id = any ($1::uuid[])
                  and inv.household_id = any ($2::uuid[])
                  and inv.status = 'INVITED'
              )
            )
          )
          or (
            _parent.published_at is not null
            and _parent.id = any (
              array(
                select
                  mcl.meeting_id
                from
                  meeting_class mcl
                where
                  mcl.school_class_id = any ($3::uuid[])
              )
            )
          )
          or (
            _parent.organiser_id = $4::uuid
            and _parent.school_id = any ($5::uuid[])
          )
        )
      )
    order by
      _row."ordinal" asc,
      _row."id" asc
    limit
      $6::int
  ) _found
where
  _parent.id = any ($7::uuid[]);

-- Meeting.citedEditions
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."effective_from" as v0,
      _row."id" as v1,
      _row."number" as v2,
      _row."title" as v3,
      (
        case
          when _row.status <> 'PUBLISHED' then null
          when _row.effective_from > ($2::timestamptz at time zone 'Asia/Shanghai')::date then 'NOT_YET_IN_FORCE'
          when _row.effective_to < ($2::timestamptz at time zone 'Asia/Shanghai')::date then _row.ending
          else 'IN_FORCE'
        end
      ) as v4
    from
      "meeting_citation" _link
      join "policy_edition" _row on _row.id = _link."edition_id"
    where
      (
        _link."meeting_id" = _key.id
        and exists (
          select
            1
          from
            policy_document doc
          where
            doc.id = _row.document_id
            and (
              (
                _row.status = 'PUBLISHED'
                and (
                  doc.is_public
                  or exists (
                    select
                      1
                    from
                      audience_target t
                    where
                      t.audience_id = doc.audience_id
                      and t.key = any ($3::text[])
                  )
                  or doc.school_id = any ($4::uuid[])
                  or (
                    doc.school_id is null
                    and (
                      doc.district_id is null
                      or doc.district_id = any ($5::uuid[])
                    )
                  )
                )
              )
              or (
                doc.created_by_id = $6::uuid
                and exists (
                  select
                    1
                  from
                    staff_assignment own
                  where
                    own.staff_id = $6::uuid
                    and own.ended_at is null
                    and own.valid_from <= ($2::timestamptz at time zone 'Asia/Shanghai')::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= ($2::timestamptz at time zone 'Asia/Shanghai')::date
                    )
                    and (
                      own.school_id = doc.school_id
                      or (
                        doc.school_id is null
                        and coalesce(doc.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
            )
        )
      )
    order by
      _row."effective_from" desc,
      _row."id" desc
    limit
      $7::int
  ) _found;

-- Meeting.invitations
select
  _parent.id,
  _found.*
from
  "meeting" _parent
  left join lateral (
    select
      _row."household_id" as v0,
      _row."id" as v1,
      _row."invited_at" as v2
    from
      "meeting_invitation" _row
    where
      (
        _row."meeting_id" = _parent.id
        and (
          (
            _row.household_id = any ($1::uuid[])
            and _row.id = any (
              array(
                select
                  inv.id
                from
                  meeting_invitation_student ivs
                  join meeting_invitation inv on inv.id = ivs.invitation_id
                where
                  ivs.ended_at is null
                  and ivs.student_id = any ($2::uuid[])
                  and inv.household_id = any ($1::uuid[])
                  and inv.status = 'INVITED'
              )
            )
            and _parent.published_at is not null
          )
          or (
            (
              _row.meeting_id = any (
                array(
                  select
                    mcl.meeting_id
                  from
                    meeting_class mcl
                  where
                    mcl.school_class_id = any ($3::uuid[])
                )
              )
              and _row.household_id in (
                select
                  hst.household_id
                from
                  class_membership cms
                  join household_student hst on hst.student_id = cms.student_id
                where
                  cms.school_class_id = any ($3::uuid[])
                  and cms.status = 'ACTIVE'
              )
              and _parent.published_at is not null
            )
            or (
              _parent.organiser_id = $4::uuid
              and _parent.school_id = any ($5::uuid[])
            )
          )
        )
      )
    order by
      _row."invited_at" desc,
      _row."id" desc
    limit
      $6::int
  ) _found on true
where
  (
    _parent.id = any ($7::uuid[])
    and (
      _found.v1 is not null
      or (
        (
          _parent.id = any (
            array(
              select
                inv.meeting_id
              from
                meeting_invitation_student ivs
                join meeting_invitation inv on inv.id = ivs.invitation_id
              where
                ivs.ended_at is null
                and ivs.student_id = any ($2::uuid[])
                and inv.household_id = any ($1::uuid[])
                and inv.status = 'INVITED'
            )
          )
          or _parent.id = any (
            array(
              select
                mcl.meeting_id
              from
                meeting_class mcl
              where
                mcl.school_class_id = any ($3::uuid[])
            )
          )
          or (
            _parent.organiser_id = $4::uuid
            and _parent.school_id = any ($5::uuid[])
          )
        )
      ) is not true
    )
  );

-- Meeting.topics
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."id" as v0,
      _row."name" as v1
    from
      "meeting_topic" _link
      join "topic" _row on _row.id = _link."topic_id"
    where
      _link."meeting_id" = _key.id
    order by
      _row."code" asc,
      _row."id" asc
    limit
      $2::int
  ) _found;

-- MeetingInvitation.currentReply
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              hst.student_id
            from
              household_student hst
            where
              hst.household_id = _row.household_id
          ) pupil (id)
      ) as v0,
      _row."answer" as v1,
      _row."attendee_count" as v2,
      _row."id" as v3,
      _row."note" as v4,
      _row."replied_at" as v5
    from
      "meeting_reply" _row
    where
      (
        _row."invitation_id" = _key.id
        and (
          (
            _row.household_id = any ($2::uuid[])
            and _row.invitation_id = any (
              array(
                select
                  inv.id
                from
                  meeting_invitation_student ivs
                  join meeting_invitation inv on inv.id = ivs.invitation_id
                where
                  ivs.ended_at is null
                  and ivs.student_id = any ($3::uuid[])
                  and inv.household_id = any ($2::uuid[])
                  and inv.status = 'INVITED'
              )
            )
          )
          or (
            (
              _row.meeting_id = any (
                array(
                  select
                    mcl.meeting_id
                  from
                    meeting_class mcl
                  where
                    mcl.school_class_id = any ($4::uuid[])
                )
              )
              and _row.household_id in (
                select
                  hst.household_id
                from
                  class_membership cms
                  join household_student hst on hst.student_id = cms.student_id
                where
                  cms.school_class_id = any ($4::uuid[])
                  and cms.status = 'ACTIVE'
              )
              and (
                select
                  mtg.published_at is not null
                from
                  meeting mtg
                where
                  mtg.id = _row.meeting_id
              )
            )
            or (
              select
                (
                  mtg.organiser_id = $5::uuid
                  and mtg.school_id = any ($6::uuid[])
                )
              from
                meeting mtg
              where
                mtg.id = _row.meeting_id
            )
          )
        )
        and _row.superseded_at is null
      )
    limit
      1
  ) _found;

-- MeetingReply.attendingGuardians
select
  _parent.id,
  _found.*
from
  "meeting_reply" _parent
  cross join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              stu.id
            from
              guardianship tie
              join student stu on stu.id = tie.student_id
            where
              tie.guardian_id = _row.id
              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
              and (
                stu.school_id = any ($1::uuid[])
                or exists (
                  select
                    1
                  from
                    class_membership m
                  where
                    m.student_id = stu.id
                    and m.school_class_id = any ($2::uuid[])
                    and m.status = 'ACTIVE'
                )
              )
          ) pupil (id)
      ) as v0,
      _row."id" as v1,
      (
        select
          json_build_array(p.name, p.phone)
        from
          person p
        where
          p.id = _row.person_id
      ) as v2
    from
      "meeting_reply_guardian" _link
      join "guardian" _row on _row.id = _link."guardian_id"
    where
      (
        (
          _link."reply_id" = _parent.id
          and (
            select
              rpl.superseded_at is not null
              or mtg.ends_at <= $3::timestamptz
              or exists (
                select
                  1
                from
                  meeting_invitation_student ivs
                where
                  ivs.invitation_id = rpl.invitation_id
                  and ivs.ended_at is null
                  and ivs.student_id = any (
                    array(
                      select
                        tie.student_id
                      from
                        guardianship tie
                      where
                        tie.guardian_id = _link.guardian_id
                        and tie.status = 'ACTIVE'
                        and tie.data_access
                        and tie.valid_from <= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          tie.valid_to is null
                          or tie.valid_to >= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                        )
                    )
                  )
              )
            from
              meeting_reply rpl
              join meeting mtg on mtg.id = rpl.meeting_id
            where
              rpl.id = _link.reply_id
          )
        )
        and (
          _row.id = $4::uuid
          or _row.id = any (
            array(
              select
                tie.guardian_id
              from
                household_student hst
                join household_guardian hgd on hgd.household_id = hst.household_id
                join guardianship tie on tie.guardian_id = hgd.guardian_id
                and tie.student_id = hst.student_id
              where
                hst.household_id = any ($5::uuid[])
                and hst.student_id = any ($6::uuid[])
                and tie.status = 'ACTIVE'
                and tie.valid_from <= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                and (
                  tie.valid_to is null
                  or tie.valid_to >= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                )
            )
          )
          or exists (
            select
              1
            from
              guardianship g
              join class_membership m on m.student_id = g.student_id
            where
              g.guardian_id = _row.id
              and g.status in ('ACTIVE', 'PENDING')
              and m.school_class_id = any ($2::uuid[])
              and m.status = 'ACTIVE'
          )
        )
      )
    order by
      _row."created_at" asc,
      _row."id" asc
    limit
      $7::int
  ) _found
where
  _parent.id = any ($8::uuid[]);

-- School
select
  _row."id" as v0,
  _row."name" as v1
from
  "school" _row
where
  _row.id = any ($1::uuid[]);

-- Staff
select
  _row."id" as v0,
  (
    select
      case
        when (
          _row.id = $1::uuid
          or exists (
            select
              1
            from
              staff_assignment asg
            where
              asg.staff_id = _row.id
              and asg.ended_at is null
              and (
                asg.valid_to is null
                or asg.valid_to >= greatest(asg.valid_from, ($2::timestamptz at time zone 'Asia/Shanghai')::date)
              )
              and (
                asg.school_class_id = any ($3::uuid[])
                or asg.school_id = any ($4::uuid[])
              )
          )
        ) then json_build_array(p.name, p.phone)
        else json_build_array(
          coalesce(
            (
              select
                asg.held_as
              from
                staff_assignment asg
              where
                asg.staff_id = _row.id
                and (
                  asg.school_class_id = any ($3::uuid[])
                  or asg.school_id = any ($4::uuid[])
                )
              order by
                asg.valid_to desc nulls first,
                asg.id desc
              limit
                1
            ),
            p.name
          ),
          null
        )
      end
    from
      person p
    where
      p.id = _row.person_id
  ) as v1
from
  "staff" _row
where
  (
    _row.id = any ($5::uuid[])
    and (
      _row.id = $1::uuid
      or exists (
        select
          1
        from
          staff_assignment a
        where
          a.staff_id = _row.id
          and a.school_class_id = any ($3::uuid[])
      )
      or exists (
        select
          1
        from
          staff_assignment a
        where
          a.staff_id = _row.id
          and a.school_id = any ($4::uuid[])
      )
    )
  );
