-- ShiftAttendance, asked as school-admin: answered by batches, not by statement (on record: Guardian)

-- Guardian
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
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        guardianship g
        join student s on s.id = g.student_id
      where
        g.guardian_id = _row.id
        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
        and s.school_id = any ($1::uuid[])
    )
  );

-- Shift
select
  _row."activity_id" as v0,
  (
    select
      to_json(sft.starts_at - make_interval(mins => coalesce(vop.check_in_early_minutes, $1::int)))
    from
      shift sft
      left join volunteering_policy vop on vop.district_id = sft.district_id
    where
      sft.id = _row.id
  ) as v1,
  _row."ends_at" as v2,
  _row."id" as v3,
  _row."place" as v4,
  _row."starts_at" as v5,
  (
    coalesce(
      (
        (
          _row.school_id = any ($2::uuid[])
          and (
            select
              act.organiser_id = $3::uuid
            from
              volunteer_activity act
            where
              act.id = _row.activity_id
          )
        )
        or _row.school_id = any ($4::uuid[])
      ),
      false
    )
  ) as v6,
  (_row.status = 'SCHEDULED') as v7
from
  "shift" _row
where
  (
    _row.id = any ($5::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or (
            select
              act.organiser_id = $3::uuid
            from
              volunteer_activity act
            where
              act.id = _row.activity_id
          )
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- Shift.signups
select
  _parent.id,
  _found.*
from
  "shift" _parent
  left join lateral (
    select
      _row."guardian_id" as v0,
      _row."id" as v1,
      _row."role_id" as v2,
      _row."signed_up_at" as v3
    from
      "signup" _row
    where
      (
        _row."shift_id" = _parent.id
        and (
          (
            (
              _parent.school_id = any ($1::uuid[])
              and (
                select
                  act.organiser_id = $2::uuid
                from
                  volunteer_activity act
                where
                  act.id = _parent.activity_id
              )
            )
            or _parent.school_id = any ($3::uuid[])
          )
          and (
            _row.status not in ('PENDING', 'CONFIRMED')
            or (
              _parent.starts_at <= $4::timestamptz
              or exists (
                select
                  1
                from
                  engagement res
                where
                  res.source_id = _row.id
                  and res.kind = 'SHIFT_SIGNUP'
                  and res.status = 'ACTIVE'
                  and (
                    res.rests_on is null
                    or res.rests_on && array(
                      select distinct
                        aky.key
                      from
                        guardianship gsh
                        join class_membership cms on cms.student_id = gsh.student_id
                        and cms.status = 'ACTIVE'
                        join school_class cls on cls.id = cms.school_class_id
                        join grade grd on grd.id = cls.grade_id
                        join school sch on sch.id = cls.school_id
                        join school_year scy on scy.id = cls.school_year_id
                        and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                        cross join lateral unnest(
                          array[
                            'class:' || cls.id,
                            'school:' || sch.id,
                            'school:' || sch.id || ':grade:' || grd.id,
                            'school:' || sch.id || ':stage:' || grd.stage,
                            'district:' || sch.district_id,
                            'district:' || sch.district_id || ':grade:' || grd.id,
                            'district:' || sch.district_id || ':stage:' || grd.stage
                          ]
                        ) as aky (key)
                      where
                        gsh.guardian_id = _row.guardian_id
                        and gsh.status = 'ACTIVE'
                        and gsh.data_access
                        and gsh.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          gsh.valid_to is null
                          or gsh.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                        )
                    )
                  )
              )
              or exists (
                select
                  1
                from
                  guardianship tie
                  join student stu on stu.id = tie.student_id
                  and stu.left_on is null
                  join school sch on sch.id = stu.school_id
                where
                  tie.guardian_id = _row.guardian_id
                  and tie.status = 'ACTIVE'
                  and tie.data_access
                  and tie.valid_from <= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                  and (
                    tie.valid_to is null
                    or tie.valid_to >= ($4::timestamptz at time zone 'Asia/Shanghai')::date
                  )
                  and (
                    sch.id = _parent.school_id
                    or _parent.school_id is null
                    and sch.district_id = _parent.district_id
                  )
                  and not exists (
                    select
                      1
                    from
                      class_membership cms
                      join school_year scy on scy.id = cms.school_year_id
                    where
                      cms.student_id = stu.id
                      and cms.status = 'ACTIVE'
                      and ($4::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
                  )
              )
            )
            or exists (
              select
                1
              from
                attendance att
              where
                att.signup_id = _row.id
                and att.checked_in_at is not null
            )
          )
        )
        and _row."status" = $5
      )
    order by
      _row."signed_up_at" desc,
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
          (
            _parent.school_id = any ($1::uuid[])
            and (
              select
                act.organiser_id = $2::uuid
              from
                volunteer_activity act
              where
                act.id = _parent.activity_id
            )
          )
          or _parent.school_id = any ($3::uuid[])
        )
      ) is not true
    )
  );

-- ShiftRole
select
  _row."id" as v0,
  _row."name" as v1
from
  "shift_role" _row
where
  (
    _row.id = any ($1::uuid[])
    and exists (
      select
        1
      from
        shift sft
      where
        sft.id = _row.shift_id
        and (
          (
            sft.school_id = any ($2::uuid[])
            and (
              sft.published_at is not null
              or (
                select
                  act.organiser_id = $3::uuid
                from
                  volunteer_activity act
                where
                  act.id = sft.activity_id
              )
            )
          )
          or sft.school_id = any ($4::uuid[])
        )
    )
  );

-- Signup.attendance
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."checked_in_at" as v0,
      _row."checked_in_by" as v1,
      _row."checked_out_at" as v2,
      _row."checked_out_by" as v3,
      _row."excused_at" as v4,
      _row."id" as v5,
      _row."no_show_at" as v6
    from
      "attendance" _row
    where
      (
        _row."signup_id" = _key.id
        and (
          select
            (
              (
                sft.school_id = any ($2::uuid[])
                and (
                  select
                    act.organiser_id = $3::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = sft.activity_id
                )
              )
              or sft.school_id = any ($4::uuid[])
            )
          from
            shift sft
          where
            sft.id = _row.shift_id
        )
      )
    limit
      1
  ) _found;

-- Signup.serviceRecords
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."id" as v0,
      _row."minutes" as v1,
      _row."source" as v2,
      _row."status" as v3
    from
      "service_record" _row
    where
      (
        _row."signup_id" = _key.id
        and (
          (
            _row.school_id = any ($2::uuid[])
            and (
              select
                act.organiser_id
              from
                shift sft
                join volunteer_activity act on act.id = sft.activity_id
              where
                sft.id = _row.shift_id
            ) = $3::uuid
          )
          or _row.school_id = any ($4::uuid[])
        )
      )
    order by
      _row."starts_at" desc,
      _row."id" desc
    limit
      $5::int
  ) _found;

-- VolunteerActivity
select
  _row."id" as v0,
  _row."title" as v1
from
  "volunteer_activity" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or _row.organiser_id = $3::uuid
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- the number of Shift.attendedCount
select
  _parent.id,
  _found.*
from
  "shift" _parent
  cross join lateral (
    select
      case
        when (
          (
            (
              _parent.school_id = any ($1::uuid[])
              and (
                select
                  act.organiser_id = $2::uuid
                from
                  volunteer_activity act
                where
                  act.id = _parent.activity_id
              )
            )
            or _parent.school_id = any ($3::uuid[])
          )
        ) is not true then null
        else count(*)::int
      end as n
    from
      "attendance" _row
    where
      (
        _row."shift_id" = _parent.id
        and (
          (
            _parent.school_id = any ($1::uuid[])
            and (
              select
                act.organiser_id = $2::uuid
              from
                volunteer_activity act
              where
                act.id = _parent.activity_id
            )
          )
          or _parent.school_id = any ($3::uuid[])
        )
        and _row.checked_in_at is not null
      )
  ) _found
where
  _parent.id = any ($4::uuid[]);

-- the number of Shift.noShowCount
select
  _parent.id,
  _found.*
from
  "shift" _parent
  cross join lateral (
    select
      case
        when (
          (
            (
              _parent.school_id = any ($1::uuid[])
              and (
                select
                  act.organiser_id = $2::uuid
                from
                  volunteer_activity act
                where
                  act.id = _parent.activity_id
              )
            )
            or _parent.school_id = any ($3::uuid[])
          )
        ) is not true then null
        else count(*)::int
      end as n
    from
      "attendance" _row
    where
      (
        _row."shift_id" = _parent.id
        and (
          (
            _parent.school_id = any ($1::uuid[])
            and (
              select
                act.organiser_id = $2::uuid
              from
                volunteer_activity act
              where
                act.id = _parent.activity_id
            )
          )
          or _parent.school_id = any ($3::uuid[])
        )
        and _row.no_show_at is not null
      )
  ) _found
where
  _parent.id = any ($4::uuid[]);
