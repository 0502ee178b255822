-- ShiftEditor, asked as school-admin: answered by batches, not by statement (on record: Guardian)

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
  _row."cancel_reason" as v1,
  _row."cancel_until" as v2,
  _row."detached" as v3,
  _row."ends_at" as v4,
  _row."id" as v5,
  _row."place" as v6,
  _row."revision" as v7,
  _row."series_id" as v8,
  _row."series_date" as v9,
  _row."signup_closes_at" as v10,
  _row."signup_opens_at" as v11,
  _row."starts_at" as v12,
  _row."status" as v13,
  (
    coalesce(
      (
        select
          (
            act.school_id = any ($1::uuid[])
            or (
              act.organiser_id = $2::uuid
              and act.school_id = any ($3::uuid[])
            )
          )
        from
          volunteer_activity act
        where
          act.id = _row.activity_id
      ),
      false
    )
  ) as v14
from
  "shift" _row
where
  (
    _row.id = any ($4::uuid[])
    and (
      (
        _row.school_id = any ($3::uuid[])
        and (
          _row.published_at is not null
          or (
            select
              act.organiser_id = $2::uuid
            from
              volunteer_activity act
            where
              act.id = _row.activity_id
          )
        )
      )
      or _row.school_id = any ($1::uuid[])
    )
  );

-- Shift.roles
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."approval_required" as v0,
      _row."capacity" as v1,
      _row."description" as v2,
      _row."id" as v3,
      _row."minimum" as v4,
      _row."name" as v5,
      _row."ordinal" as v6,
      _row."places_taken" as v7,
      (false) as v8,
      _row."qualification" as v9
    from
      "shift_role" _row
    where
      (
        _row."shift_id" = _key.id
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
      )
    order by
      _row."ordinal" asc,
      _row."id" asc
    limit
      $5::int
  ) _found;

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
      _row."reconfirm_until" as v2,
      _row."signed_up_at" as v3,
      _row."status" as v4,
      (
        select
          json_build_object(
            'own',
            _row.person_id is not distinct from $1::uuid,
            'manageable',
            (
              (
                _parent.school_id = any ($2::uuid[])
                and (
                  select
                    act.organiser_id = $3::uuid
                  from
                    volunteer_activity act
                  where
                    act.id = _parent.activity_id
                )
              )
              or _parent.school_id = any ($4::uuid[])
            ),
            'startsAt',
            sft.starts_at
          )
        from
          shift sft
        where
          sft.id = _row.shift_id
      ) as v5
    from
      "signup" _row
    where
      (
        _row."shift_id" = _parent.id
        and (
          (
            (
              _parent.school_id = any ($2::uuid[])
              and (
                select
                  act.organiser_id = $3::uuid
                from
                  volunteer_activity act
                where
                  act.id = _parent.activity_id
              )
            )
            or _parent.school_id = any ($4::uuid[])
          )
          and (
            _row.status not in ('PENDING', 'CONFIRMED')
            or (
              _parent.starts_at <= $5::timestamptz
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
                        and ($5::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
                        and gsh.valid_from <= ($5::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          gsh.valid_to is null
                          or gsh.valid_to >= ($5::timestamptz at time zone 'Asia/Shanghai')::date
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
                  and tie.valid_from <= ($5::timestamptz at time zone 'Asia/Shanghai')::date
                  and (
                    tie.valid_to is null
                    or tie.valid_to >= ($5::timestamptz at time zone 'Asia/Shanghai')::date
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
                      and ($5::timestamptz at time zone 'Asia/Shanghai')::date between scy.starts_on and scy.ends_on
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
        and _row."status" = any ($6::text[])
      )
    order by
      _row."signed_up_at" desc,
      _row."id" desc
    limit
      $7::int
  ) _found on true
where
  (
    _parent.id = any ($8::uuid[])
    and (
      _found.v1 is not null
      or (
        (
          (
            _parent.school_id = any ($2::uuid[])
            and (
              select
                act.organiser_id = $3::uuid
              from
                volunteer_activity act
              where
                act.id = _parent.activity_id
            )
          )
          or _parent.school_id = any ($4::uuid[])
        )
      ) is not true
    )
  );

-- VolunteerActivity
select
  _row."id" as v0,
  _row."status" as v1,
  _row."title" as v2
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
